import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../api/client'

export const coverageQuery = (contractId: string, period: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/coverage', { params: { path: { contract_id: contractId }, query: { period } } })

export const samplesQuery = (sourceId: string) =>
  api.queryOptions('get', '/api/kpi/v1/sources/{source_id}/samples', { params: { path: { source_id: sourceId } } })

/** Everything that was read of kpi is read anew: an explanation and a limit change freshness and coverage alike. */
export function useHealthWrite<Wanted>(write: (wanted: Wanted) => Promise<unknown>, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/kpi/v1/') })
    },
  })
}

export interface Said {
  kind: 'quiet' | 'made_up'
  reason: string
}

export const explainGap = (sourceId: string, gapId: string) => (body: Said) =>
  client.POST('/api/kpi/v1/sources/{source_id}/gaps/{gap_id}/explanations', { params: { path: { source_id: sourceId, gap_id: gapId } }, body })

export const setSilenceLimit = (sourceId: string) => (minutes: number | null) =>
  client.PUT('/api/kpi/v1/sources/{source_id}/silence-alert', { params: { path: { source_id: sourceId } }, body: { minutes } })

export const tryBody = (sourceId: string) => (body: { body: string }) =>
  client.POST('/api/kpi/v1/sources/{source_id}/trials', { params: { path: { source_id: sourceId } }, body })

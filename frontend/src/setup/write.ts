/** Everything that is written into a contract; each write brings the pages that show it up to date. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import type { Acceptance, Commitment, Objective, Schedule, Terms } from '../api/types'

export type NewTerms = Pick<Terms, 'valid_from' | 'schedules' | 'reopen_window_hours' | 'sla'> &
  Partial<Pick<Terms, 'late_grace_hours' | 'minimum_sample_size' | 'minimum_data_completeness'>>
export type NewCommitment = Pick<Commitment, 'indicator' | 'variant' | 'class' | 'objective_id' | 'target' | 'tolerance' | 'unit' | 'direction' | 'clause' | 'valid_from'> & {
  ends?: boolean
  override_reason?: string | null
}
export type NewObjective = Omit<Objective, 'id' | 'contract_id' | 'recorded_at' | 'state' | 'digest' | 'author' | 'written_at'>

const of = (contractId: string) => ({ params: { path: { contract_id: contractId } } })

export function useWrite<Body, Answer>(act: (body: Body) => Promise<Answer>, done?: (answer: Answer) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'organisation-names' || String(queryKey[1]).startsWith('/api/') })
      done?.(answer)
    },
  })
}

export const writeTerms = (contractId: string) => (body: NewTerms) =>
  client.PUT('/api/contracts/v1/contracts/{contract_id}/parameters', { ...of(contractId), body: body as never })

export const writeCommitment = (contractId: string) => (body: NewCommitment) =>
  client.PUT('/api/contracts/v1/contracts/{contract_id}/commitments', { ...of(contractId), body: body as never })

export const writeObjective = (contractId: string) => (body: NewObjective) =>
  client.POST('/api/contracts/v1/contracts/{contract_id}/objectives', { ...of(contractId), body: body as never })

/** Nothing but the text that was read is accepted: `revision` is its own. */
export const accept = (contractId: string) => (what: { revision?: number; version_id?: string }) =>
  client.POST('/api/contracts/v1/contracts/{contract_id}/acceptances', {
    params: { path: { contract_id: contractId }, header: what.revision === undefined ? {} : { 'if-match': `"${what.revision}"` } },
    body: what.version_id ? { version_id: what.version_id } : {},
  })


export async function publicHolidays(from: number, to: number) {
  const { data } = await client.GET('/api/contracts/v1/holidays', { params: { query: { from_year: from, to_year: to } } })
  return data!.items
}

export type { Acceptance, Schedule }

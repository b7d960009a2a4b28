import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { Theme } from '../api/types'

const PATH = '/api/feedback/v1/contracts/{contract_id}/themes'
const TAG = '/api/feedback/v1/contracts/{contract_id}/verbatims/{answer_id}/themes/{code}'

export const themesQuery = (contractId: string) => api.queryOptions('get', PATH, { params: { path: { contract_id: contractId } } })

export const suggestionsQuery = (contractId: string) => api.queryOptions('get', `${PATH}/suggestions`, { params: { path: { contract_id: contractId } } })

export const writeThemes = (contractId: string, version: number, items: Theme[]) =>
  client.PUT(PATH, { params: { path: { contract_id: contractId }, header: { 'if-match': `"${version}"` } }, body: { items } })

export interface Said {
  code: string
  present: boolean
}

/** Adds a theme to an answer, or takes it away; then everything that shows themes is read again. */
export function useTag(contractId: string, answerId: string) {
  const renew = useFeedbackRenewal()
  return useMutation({
    mutationFn: ({ code, present }: Said) => {
      const of = { params: { path: { contract_id: contractId, answer_id: answerId, code } } }
      return present ? client.PUT(TAG, of) : client.DELETE(TAG, of)
    },
    onSuccess: renew,
  })
}

/** Everything that was read from feedback is read again. */
export function useFeedbackRenewal() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/feedback/v1/') })
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { MaskCorrection, Verbatim } from '../api/types'

const OF = '/api/feedback/v1/contracts/{contract_id}'

export type HiddenKind = Verbatim['hidden'][number]['kind']
export type NewCorrection = { action: 'hide'; start: number; piece: string; kind: HiddenKind } | { action: 'show'; place: number }

export const releaseQuery = (contractId: string) =>
  api.queryOptions('get', `${OF}/verbatim-releases`, { params: { path: { contract_id: contractId } } })

export const askedQuery = (contractId: string) =>
  api.queryOptions('get', `${OF}/mask-corrections`, { params: { path: { contract_id: contractId }, query: { state: 'asked' as const, limit: 100 } } })

const of = (contractId: string) => ({ params: { path: { contract_id: contractId } } })

export const setRelease = (contractId: string, required: boolean) => client.PUT(`${OF}/verbatim-releases`, { ...of(contractId), body: { required } })

export const release = (contractId: string, answers: string[]) => client.POST(`${OF}/verbatim-releases`, { ...of(contractId), body: { answer_ids: answers } })

export const correct = (contractId: string, answerId: string, body: NewCorrection) =>
  client.POST(`${OF}/verbatims/{answer_id}/corrections`, { params: { path: { contract_id: contractId, answer_id: answerId } }, body })

export const answerCorrection = (contractId: string, { id }: MaskCorrection, shown: boolean) =>
  client.POST(`${OF}/mask-corrections/{correction_id}/answer`, { params: { path: { contract_id: contractId, correction_id: id } }, body: { shown } })

/** A write after which words and what waits are read again. */
export function useMaskingWrite<Given>(act: (given: Given) => Promise<unknown>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      done?.()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => /\/(verbatims|verbatim-releases|mask-corrections)$/.test(String(queryKey[1])) })
    },
  })
}

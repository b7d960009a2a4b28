import { api, client } from '../api/client'
import type { PersonRequest } from '../api/types'

const PATH = '/api/feedback/v1/contracts/{contract_id}/person-requests'
const LIMIT = 200

export type Kind = PersonRequest['kind']
export type Side = PersonRequest['in_charge']
export type Step = 'start' | 'extend' | 'erase' | 'answer' | 'refuse'
export type ReferenceKind = PersonRequest['identified_by'][number]

export interface Reference {
  kind: ReferenceKind
  value: string
}

export interface NewRequest {
  kind: Kind
  received_on: string
  in_charge: Side
  case_reference: string | null
  references: Reference[]
}

export const requestsQuery = (contractId: string) => api.queryOptions('get', PATH, { params: { path: { contract_id: contractId }, query: { limit: LIMIT } } })

export const record = (contractId: string, body: NewRequest) => client.POST(PATH, { params: { path: { contract_id: contractId } }, body })

const of = (contractId: string, requestId: string) => ({ params: { path: { contract_id: contractId, request_id: requestId } } })

export const take = (contractId: string, requestId: string, step: Step, reason?: string) =>
  client.POST(`${PATH}/{request_id}/steps`, { ...of(contractId, requestId), body: { step, ...(reason ? { reason } : {}) } })

export async function findings(contractId: string, requestId: string) {
  const { data } = await client.GET(`${PATH}/{request_id}/findings`, of(contractId, requestId))
  return data!
}

/** Everything held about the person, as a file; the page keeps nothing of it. */
export async function exported(contractId: string, requestId: string): Promise<Blob> {
  const { data } = await client.GET(`${PATH}/{request_id}/export`, of(contractId, requestId))
  return new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' })
}

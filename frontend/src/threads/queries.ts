import { api, client } from '../api/client'
import type { Thread } from '../api/types'

const PATH = '/api/feedback/v1/contracts/{contract_id}/threads'
export const LIMIT = 100

export type Kind = Thread['kind']
export type State = Thread['state']

export interface Narrowed {
  awaits: 'us' | 'them' | null
  state: State | null
}

export interface NewThread {
  kind: Kind
  subject: string
  confidentiality: Thread['confidentiality']
  about: { kind: Thread['about']['kind']; id?: string }
  text: string
  asks: boolean
  answer_by: string | null
}

export interface NewMessage {
  text: string
  asks: boolean
  answer_by: string | null
  closes: boolean
}

export const threadsQuery = (contractId: string, { awaits, state }: Narrowed) =>
  api.queryOptions('get', PATH, { params: { path: { contract_id: contractId }, query: { limit: LIMIT, ...(awaits ? { awaits } : {}), ...(state ? { state } : {}) } } })

const of = (contractId: string, threadId: string) => ({ contract_id: contractId, thread_id: threadId })

export const threadQuery = (contractId: string, threadId: string) => api.queryOptions('get', `${PATH}/{thread_id}`, { params: { path: of(contractId, threadId) } })

export const delaysQuery = (contractId: string, period: string) => api.queryOptions('get', `${PATH}/delays`, { params: { path: { contract_id: contractId }, query: { period } } })

export const THREADS = ['get', PATH] as const

export async function openThread(contractId: string, key: string, body: NewThread) {
  const { data } = await client.POST(PATH, { params: { path: { contract_id: contractId }, header: { 'idempotency-key': key } }, body })
  return data!
}

export async function speak(contractId: string, threadId: string, key: string, body: NewMessage) {
  const { data } = await client.POST(`${PATH}/{thread_id}/messages`, { params: { path: of(contractId, threadId), header: { 'idempotency-key': key } }, body })
  return data!
}

export const noteReading = (contractId: string, threadId: string) => client.POST(`${PATH}/{thread_id}/readings`, { params: { path: of(contractId, threadId) } })

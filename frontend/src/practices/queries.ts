import { api, client } from '../api/client'
import type { paths } from '../api/schema'

const PATH = '/api/kpi/v1/contracts/{contract_id}/practices'

export type NewPractice = paths[typeof PATH]['post']['requestBody']['content']['application/json']

export const practicesQuery = (contractId: string) =>
  api.queryOptions('get', PATH, { params: { path: { contract_id: contractId }, query: { limit: 200 } } })

export const propose = (contractId: string, key: string) => (body: NewPractice) =>
  client.POST(PATH, { params: { path: { contract_id: contractId }, header: { 'idempotency-key': key } }, body })

export const agree = (contractId: string) => (practiceId: string) =>
  client.POST(`${PATH}/{practice_id}/agreements`, { params: { path: { contract_id: contractId, practice_id: practiceId } } })

export const withdraw = (contractId: string) => (practiceId: string) =>
  client.DELETE(`${PATH}/{practice_id}`, { params: { path: { contract_id: contractId, practice_id: practiceId } } })

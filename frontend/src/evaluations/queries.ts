import { api, client } from '../api/client'

const PATH = '/api/feedback/v1/contracts/{contract_id}/evaluations'
export const EVALUATIONS = ['get', PATH] as const

export interface Criterion {
  code: string
  label_fr: string
  label_en: string
}

export interface Score {
  code: string
  score: number
  comment?: string | null
}

const at = (contractId: string) => ({ params: { path: { contract_id: contractId } } })

export const quartersQuery = (contractId: string) => api.queryOptions('get', PATH, at(contractId))

export const criteriaQuery = (contractId: string) => api.queryOptions('get', `${PATH}/criteria`, at(contractId))

export const proposeCriteria = (contractId: string, criteria: Criterion[]) => client.POST(`${PATH}/criteria`, { ...at(contractId), body: { criteria } })

export const answerCriteria = (contractId: string, gridId: string, agreed: boolean, comment: string | null) =>
  client.POST(`${PATH}/criteria/{grid_id}/answers`, { params: { path: { contract_id: contractId, grid_id: gridId } }, body: { agreed, comment } })

export const evaluate = (contractId: string, quarter: string, scores: Score[], comment: string | null) =>
  client.POST(`${PATH}/{quarter}`, { params: { path: { contract_id: contractId, quarter } }, body: { scores, comment } })

import { api } from '../api/client'

/** Who may sign for each party. */
export const signatoriesQuery = (contractId: string) =>
  api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/signatories', { params: { path: { contract_id: contractId } } })

/** The text to accept, its digest, and the revision that names it. */
export const textQuery = (contractId: string) =>
  api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/text', { params: { path: { contract_id: contractId } } })

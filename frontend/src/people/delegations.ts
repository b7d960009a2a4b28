import { api } from '../api/client'

export const delegationsQuery = (contractId: string) =>
  api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/functions', {
    params: { path: { contract_id: contractId }, query: { limit: 1000 } },
  })

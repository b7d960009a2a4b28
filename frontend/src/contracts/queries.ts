import { queryOptions } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { Contract, Organisation } from '../api/types'

export const contractsQuery = api.queryOptions('get', '/api/contracts/v1/contracts', { params: { query: { limit: 200 } } })

export const contractQuery = (contractId: string) =>
  api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}', { params: { path: { contract_id: contractId } } })

/** Names of the organisations one may see, by id. */
export const organisationNamesQuery = queryOptions({
  queryKey: ['organisation-names'],
  queryFn: async () => {
    const { data } = await client.GET('/api/contracts/v1/organisations', { params: { query: { limit: 1000 } } })
    return Object.fromEntries((data?.items ?? []).map((one: Organisation) => [one.id, one.name])) as Record<string, string>
  },
})

export const sideOf = (contract: Contract, organisationId: string) =>
  contract.donneur_ordre_id === organisationId ? 'donneur_ordre' : contract.sous_traitant_id === organisationId ? 'sous_traitant' : null

import { api, client } from '../api/client'
import type { Attribute, Condition } from '../api/types'

const of = (contractId: string, sourceId: string) => ({ params: { path: { contract_id: contractId, source_id: sourceId } } })

export const scopesQuery = (contractId: string, sourceId: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes', {
    params: { path: { contract_id: contractId, source_id: sourceId }, query: { limit: 100 } },
  })

export const valuesQuery = (contractId: string, sourceId: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/values', of(contractId, sourceId))

export const feedsQuery = (contractId: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/feeds', { params: { path: { contract_id: contractId }, query: { limit: 200 } } })

/** How many tickets of a source are out, and the first of them. */
export const outOfScopeQuery = (contractId: string, source: string, wanted: { reason?: string; ticket?: string } = {}, limit = 50) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/out-of-scope', {
    params: { path: { contract_id: contractId }, query: { source, limit, ...wanted } },
  })

export interface Draft {
  conditions: { attribute: Attribute; operator: Condition['operator']; values: string[] }[]
  valid_from: string | null
}

export const setScope = (contractId: string, sourceId: string) => (body: Draft) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes', { ...of(contractId, sourceId), body })

export const approveScope = (contractId: string, sourceId: string) => (scopeId: string) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes/{scope_id}/approvals', {
    params: { path: { contract_id: contractId, source_id: sourceId, scope_id: scopeId } },
  })

export const addFeed = (sourceId: string) => ({ contractId, ...draft }: Draft & { contractId: string }) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/feeds', {
    params: { path: { contract_id: contractId } },
    body: { ...draft, source_id: sourceId },
  })

export const approveFeed = (sourceId: string) => (contractId: string) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/approvals', of(contractId, sourceId))

export const refuseFeed = (sourceId: string) => (contractId: string) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/refusals', of(contractId, sourceId))

export const endFeed =
  (sourceId: string) =>
  ({ contractId, endsAt }: { contractId: string; endsAt: string | null }) =>
    client.POST('/api/kpi/v1/contracts/{contract_id}/feeds/{source_id}/endings', { ...of(contractId, sourceId), body: { ends_at: endsAt } })

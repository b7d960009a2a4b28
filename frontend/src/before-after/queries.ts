import { api, client } from '../api/client'
import type { paths } from '../api/schema'
import type { IndicatorCode, Variant } from '../api/types'

export interface Span {
  from: string
  to: string
}

export type NewBaseline = paths['/api/kpi/v1/contracts/{contract_id}/baselines']['post']['requestBody']['content']['application/json']

export const baselinesQuery = (contractId: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/baselines', {
    params: { path: { contract_id: contractId }, query: { limit: 200 } },
  })

/** A baseline beside later days. */
export const comparedQuery = (contractId: string, baselineId: string, after: Span) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/baselines/{baseline_id}/comparison', {
    params: { path: { contract_id: contractId, baseline_id: baselineId }, query: { ...after } },
  })

/** Two stretches of days of our own figures. */
export const daysQuery = (contractId: string, indicator: string, variant: Variant | null, before: Span, after: Span) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/before-after', {
    params: {
      path: { contract_id: contractId },
      query: {
        indicator: indicator as IndicatorCode,
        ...(variant ? { variant } : {}),
        before_from: before.from,
        before_to: before.to,
        after_from: after.from,
        after_to: after.to,
      },
    },
  })

export const propose = (contractId: string) => (body: NewBaseline) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/baselines', { params: { path: { contract_id: contractId } }, body })

export const agree = (contractId: string) => (baselineId: string) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/baselines/{baseline_id}/agreements', {
    params: { path: { contract_id: contractId, baseline_id: baselineId } },
  })

export const withdraw = (contractId: string) => (baselineId: string) =>
  client.DELETE('/api/kpi/v1/contracts/{contract_id}/baselines/{baseline_id}', {
    params: { path: { contract_id: contractId, baseline_id: baselineId } },
  })

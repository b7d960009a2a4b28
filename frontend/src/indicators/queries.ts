import { api } from '../api/client'
import type { DimensionName, Figure, IndicatorCode, Variant } from '../api/types'

export const figuresQuery = (contractId: string, period: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/figures', {
    params: { path: { contract_id: contractId }, query: { period } },
  })

export interface SeriesWanted {
  indicator: string
  variant: Variant | null
  from: string
  to: string
  grain: 'day' | 'month'
  window: number
  /** (dimension, value) that the series is of; null: the whole contract. */
  cut?: [string, string] | null
}

export const seriesQuery = (contractId: string, { indicator, variant, cut, ...wanted }: SeriesWanted) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/series', {
    params: { path: { contract_id: contractId }, query: { ...wanted, indicator: indicator as IndicatorCode, ...(variant ? { variant } : {}), ...(cut ? { dimension: cut[0] as DimensionName, value: cut[1] } : {}) } },
  })

export const comparisonQuery = (contractId: string, { indicator, variant, period }: Pick<Figure, 'indicator' | 'variant' | 'period'>, dimension: DimensionName) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/comparisons', {
    params: { path: { contract_id: contractId }, query: { indicator: indicator as IndicatorCode, dimension, period, ...(variant ? { variant } : {}) } },
  })

export const freshnessQuery = (contractId: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/freshness', { params: { path: { contract_id: contractId } } })

/** Figures of a period that was over, and that a later version tells otherwise. */
export const adjustmentsQuery = (contractId: string, period: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/adjustments', {
    params: { path: { contract_id: contractId }, query: { period, limit: 1000 } },
  })

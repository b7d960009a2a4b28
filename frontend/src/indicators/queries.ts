import { api } from '../api/client'
import type { DimensionName, Figure, IndicatorCode, Variant } from '../api/types'

/** When facts are taken and what is known of them; left out: now. A page that shows a past asks all it shows at the same two. */
export interface Instants {
  as_of?: string
  known_at?: string
}

const NOW: Instants = {}

export const figuresQuery = (contractId: string, period: string, at: Instants = NOW) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/figures', {
    params: { path: { contract_id: contractId }, query: { period, ...at } },
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
  /** Control limits too: of shares and scores, without a window. */
  limits?: boolean
}

export const seriesQuery = (contractId: string, { indicator, variant, cut, ...wanted }: SeriesWanted, at: Instants = NOW) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/series', {
    params: { path: { contract_id: contractId }, query: { ...wanted, ...at, indicator: indicator as IndicatorCode, ...(variant ? { variant } : {}), ...(cut ? { dimension: cut[0] as DimensionName, value: cut[1] } : {}) } },
  })

export const comparisonQuery = (
  contractId: string,
  { indicator, variant, period }: Pick<Figure, 'indicator' | 'variant' | 'period'>,
  dimension: DimensionName,
  at: Instants = NOW,
) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/comparisons', {
    params: { path: { contract_id: contractId }, query: { ...at, indicator: indicator as IndicatorCode, dimension, period, ...(variant ? { variant } : {}) } },
  })

export const freshnessQuery = (contractId: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/freshness', { params: { path: { contract_id: contractId } } })

/** Figures of a period that was over, and that a later version tells otherwise. */
export const adjustmentsQuery = (contractId: string, period: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/adjustments', {
    params: { path: { contract_id: contractId }, query: { period, limit: 1000 } },
  })

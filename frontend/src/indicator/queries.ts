/** What the page of one indicator reads, beside the figures of the month. */
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { IndicatorCode } from '../api/types'

export const annotationsQuery = (contractId: string, indicator: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/annotations', {
    params: { path: { contract_id: contractId }, query: { indicator: indicator as IndicatorCode, limit: 200 } },
  })

/** The explanation without its tickets (one, the least that can be asked). */
export const explanationQuery = (figureId: string) =>
  api.queryOptions('get', '/api/kpi/v1/figures/{figure_id}/explanation', {
    params: { path: { figure_id: figureId }, query: { limit: 1 } },
  })

export const adjustmentQuery = (figureId: string, version: number) =>
  api.queryOptions('get', '/api/kpi/v1/figures/{figure_id}/adjustments/{version}', {
    params: { path: { figure_id: figureId, version: String(version) }, query: { limit: 25 } },
  })

export type Counted = 'in' | 'out' | 'numerator' | 'not_numerator'

/** One page of the tickets of a figure. */
export async function ticketsPage(figureId: string, counted: Counted | null, cursor: string | null, limit: number) {
  const { data } = await client.GET('/api/kpi/v1/figures/{figure_id}/explanation', {
    params: {
      path: { figure_id: figureId },
      query: { limit, ...(counted ? { counted } : {}), ...(cursor ? { cursor } : {}) },
    },
  })
  return data!.tickets
}

const SHOWN_AT_ONCE = 25

export const ticketsQuery = (figureId: string, counted: Counted | null) =>
  infiniteQueryOptions({
    // The second place tells the watermark that this was read from a service.
    queryKey: ['tickets', '/api/kpi/v1/figures/{figure_id}/explanation', figureId, counted] as const,
    queryFn: ({ pageParam }) => ticketsPage(figureId, counted, pageParam, SHOWN_AT_ONCE),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

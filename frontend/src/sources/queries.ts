import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { paths } from '../api/schema'
import type { Choice } from './rereading'
import type { Bounds } from './span'

export const sourcesQuery = (contractId: string) =>
  api.queryOptions('get', '/api/kpi/v1/sources', { params: { query: { contract_id: contractId, limit: 200 } } })

export const VERDICTS = ['accepted', 'duplicate', 'malformed', 'rejected_signature', 'rejected_stale', 'unverified'] as const
export type Fate = (typeof VERDICTS)[number]

type Asked = NonNullable<paths['/api/kpi/v1/sources/{source_id}/deliveries']['get']['parameters']['query']>
/** Which deliveries; left out: no such condition. */
export type Wanted = Pick<Asked, 'verdict' | 'conflict' | 'skewed' | 'origin'> & Bounds

const SHOWN_AT_ONCE = 25

async function deliveriesPage(sourceId: string, wanted: Wanted, cursor: string | null) {
  const { data } = await client.GET('/api/kpi/v1/sources/{source_id}/deliveries', {
    params: {
      path: { source_id: sourceId },
      query: { limit: SHOWN_AT_ONCE, ...wanted, ...(cursor ? { cursor } : {}) },
    },
  })
  return data!
}

export const deliveriesQuery = (sourceId: string, wanted: Wanted) =>
  infiniteQueryOptions({
    // The second place tells the watermark that this was read from a service.
    queryKey: ['deliveries', '/api/kpi/v1/sources/{source_id}/deliveries', sourceId, wanted] as const,
    queryFn: ({ pageParam }) => deliveriesPage(sourceId, wanted, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

export const quarantineQuery = (sourceId: string) =>
  api.queryOptions('get', '/api/kpi/v1/sources/{source_id}/quarantine', {
    params: { path: { source_id: sourceId }, query: { limit: 200 } },
  })

/** How many wait that were received in a span. */
export const waitingQuery = (sourceId: string, bounds: Bounds) =>
  api.queryOptions('get', '/api/kpi/v1/sources/{source_id}/quarantine/waiting', {
    params: { path: { source_id: sourceId }, query: bounds },
  })

export async function readAgain(sourceId: string, choice: Choice) {
  const { data } = await client.POST('/api/kpi/v1/sources/{source_id}/rereadings', {
    params: { path: { source_id: sourceId } },
    body: choice,
  })
  return data!
}

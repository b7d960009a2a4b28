import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, client } from '../api/client'

export const sourcesQuery = (contractId: string) =>
  api.queryOptions('get', '/api/kpi/v1/sources', { params: { query: { contract_id: contractId, limit: 200 } } })

export const VERDICTS = ['accepted', 'duplicate', 'malformed', 'rejected_signature', 'rejected_stale', 'unverified'] as const
export type Fate = (typeof VERDICTS)[number]

const SHOWN_AT_ONCE = 25

export async function deliveriesPage(sourceId: string, fate: Fate | null, cursor: string | null, limit: number) {
  const { data } = await client.GET('/api/kpi/v1/sources/{source_id}/deliveries', {
    params: {
      path: { source_id: sourceId },
      query: { limit, ...(fate ? { verdict: fate } : {}), ...(cursor ? { cursor } : {}) },
    },
  })
  return data!
}

export const deliveriesQuery = (sourceId: string, fate: Fate | null) =>
  infiniteQueryOptions({
    // The second place tells the watermark that this was read from a service.
    queryKey: ['deliveries', '/api/kpi/v1/sources/{source_id}/deliveries', sourceId, fate] as const,
    queryFn: ({ pageParam }) => deliveriesPage(sourceId, fate, pageParam, SHOWN_AT_ONCE),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

export const quarantineQuery = (sourceId: string) =>
  api.queryOptions('get', '/api/kpi/v1/sources/{source_id}/quarantine', {
    params: { path: { source_id: sourceId }, query: { limit: 200 } },
  })

export const readAgain = (sourceId: string) =>
  client.POST('/api/kpi/v1/sources/{source_id}/quarantine/readings', { params: { path: { source_id: sourceId } } })

/** One quarantined delivery, after a fix. */
export const readOneAgain = (sourceId: string, receiptId: string) =>
  client.POST('/api/kpi/v1/sources/{source_id}/rereadings', { params: { path: { source_id: sourceId } }, body: { receipt_ids: [receiptId] } })

import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { Notification, Rhythms } from '../api/types'

const PATH = '/api/contracts/v1/notifications'
const LIMIT = 50

export type Kind = Notification['kind']
export type Group = Notification['group']
export type Rhythm = Rhythms['data']

export interface Wanted {
  contractId: string | undefined
  unread: boolean
}

export const notificationsQuery = ({ contractId, unread }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['get', PATH, 'pages', contractId ?? null, unread],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: LIMIT, unread, ...(contractId ? { contract_id: contractId } : {}), ...(pageParam ? { cursor: pageParam } : {}) }
      const { data } = await client.GET(PATH, { params: { query }, signal })
      return data!
    },
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

export const countQuery = api.queryOptions('get', `${PATH}/count`, {})

export type Reading = { ids: string[] } | { until: string; contract_id?: string }

/** What was read, and everything that shows it. */
export async function noteReading(queries: QueryClient, reading: Reading) {
  const { data } = await client.POST(`${PATH}/read`, { body: reading })
  queries.setQueryData(countQuery.queryKey, data)
  await queries.invalidateQueries({ queryKey: ['get', PATH, 'pages'] })
}

export interface Preferences extends Rhythms {
  at: string
  zone: string
  etag: string
}

export const preferencesQuery = {
  queryKey: ['get', `${PATH}/preferences`],
  queryFn: async (): Promise<Preferences> => {
    const { data, response } = await client.GET(`${PATH}/preferences`)
    return { ...data!, etag: response.headers.get('etag') ?? '*' }
  },
}

export async function choose(rhythms: Rhythms, etag: string): Promise<Preferences> {
  const { data, response } = await client.PUT(`${PATH}/preferences`, { params: { header: { 'if-match': etag } }, body: rhythms })
  return { ...data!, etag: response.headers.get('etag') ?? '*' }
}

export const mailQuery = api.queryOptions('get', '/auth/mail', {})

import createClient from 'openapi-fetch'
import createQueryHooks from 'openapi-react-query'
import type { paths } from './schema'
import { send } from './send'

/** `client.GET('/api/…', …)`: throws ApiError or Unreachable, so `data` is always there. */
export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: send, credentials: 'same-origin' })

/** `api.useQuery('get', '/api/…', …)` and `api.queryOptions(…)`. */
export const api = createQueryHooks(client)

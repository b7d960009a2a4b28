import { api } from '../api/client'

export const keysQuery = api.queryOptions('get', '/auth/keys', { params: { query: { limit: 200 } } })

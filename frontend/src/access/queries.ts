import { api } from '../api/client'

export const providerQuery = api.queryOptions('get', '/auth/provider')

export const journalQuery = api.queryOptions('get', '/auth/journal', { params: { query: { limit: 100 } } })

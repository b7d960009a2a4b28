import { api } from '../api/client'

export const profileQuery = api.queryOptions('get', '/api/contracts/v1/me')
export const secondFactorQuery = api.queryOptions('get', '/auth/second-factor')
export const sessionsQuery = api.queryOptions('get', '/auth/sessions')

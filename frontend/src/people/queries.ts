import { api } from '../api/client'

export const organisationsQuery = api.queryOptions('get', '/api/contracts/v1/organisations', { params: { query: { limit: 1000 } } })

export const peopleQuery = (organisationId: string) =>
  api.queryOptions('get', '/api/contracts/v1/organisations/{organisation_id}/people', {
    params: { path: { organisation_id: organisationId }, query: { limit: 1000 } },
  })

/** Whom the provider of one's own organisation has let in. */
export const bindingsQuery = api.queryOptions('get', '/auth/provider/bindings')

/** Who of one's own organisation has a second factor. */
export const secondFactorsQuery = api.queryOptions('get', '/auth/second-factors')

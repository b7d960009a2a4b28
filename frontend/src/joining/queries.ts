import { queryOptions } from '@tanstack/react-query'
import { client } from '../api/client'

export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: async () => (await client.POST('/auth/links/readings', { body: { token } })).data!,
    enabled: token !== '',
    retry: false,
    gcTime: 0,
  })

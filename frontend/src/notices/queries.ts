import { queryOptions } from '@tanstack/react-query'
import { client } from '../api/client'

export const operatorQuery = queryOptions({
  queryKey: ['operator'],
  queryFn: async () => {
    const { data } = await client.GET('/auth/operator')
    return data!
  },
  staleTime: Infinity,
})

/** Who is signed in. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { client } from './client'
import { isStatus } from './problems'
import { queryClient } from './query-client'
import { expectSession } from './sign-in-again'
import type { Session } from './types'

export const sessionQuery = queryOptions<Session | null>({
  queryKey: ['session'],
  queryFn: async () => {
    try {
      const { data } = await client.GET('/auth/session')
      expectSession(true)
      return data ?? null
    } catch (error) {
      if (isStatus(error, 401)) return null
      throw error
    }
  },
  staleTime: Infinity,
})

export const useSession = () => useQuery(sessionQuery).data ?? null

/** Raises: ApiError `sign_in_failed` (401), or 429 with the wait. */
export async function signIn(email: string, password: string): Promise<Session> {
  const { data } = await client.POST('/auth/session', { body: { email, password } })
  const session = data as Session
  expectSession(true)
  const before = queryClient.getQueryData(sessionQuery.queryKey)
  // Another person on the same page: nothing read for the first one may stay.
  if (before && before.person.id !== session.person.id) queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, session)
  return session
}

export async function signOut(everywhere: boolean): Promise<void> {
  expectSession(false)
  if (everywhere) await client.DELETE('/auth/sessions')
  else await client.DELETE('/auth/session')
  queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, null)
}

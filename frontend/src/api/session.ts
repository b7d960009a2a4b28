/** Who is signed in. */
import { queryOptions, useQuery } from '@tanstack/react-query'
import { client } from './client'
import { isStatus } from './problems'
import { queryClient } from './query-client'
import { settleSignIn } from './sign-in-again'
import type { Language } from '../format/locale'
import { keepLanguage } from '../i18n'
import type { Session } from './types'

export const sessionQuery = queryOptions<Session | null>({
  queryKey: ['session'],
  queryFn: async () => {
    try {
      const { data } = await client.GET('/auth/session')
      rememberSignedIn(true)
      return data ?? null
    } catch (error) {
      if (!isStatus(error, 401)) throw error
      rememberSignedIn(false)
      return null
    }
  },
  staleTime: Infinity,
})

export const useSession = () => useQuery(sessionQuery).data ?? null

/** Null: nothing is open yet, a code is asked for. Raises: ApiError `sign_in_failed` (401), or 429 with the wait. */
export async function signIn(email: string, password: string): Promise<Session | null> {
  const { data } = await client.POST('/auth/session', { body: { email, password } })
  return data && 'person' in data ? keep(data as Session) : null
}

/** Raises: ApiError `code_refused` or `sign_in_step_over` (401), or 429 with the wait. */
export async function signInByCode(code: string): Promise<Session> {
  const { data } = await client.POST('/auth/session/code', { body: { code } })
  return keep(data as Session)
}

function keep(session: Session): Session {
  rememberSignedIn(true)
  if (session.person.language) keepLanguage(session.person.language as Language)
  const before = queryClient.getQueryData(sessionQuery.queryKey)
  // Another person on the same page: nothing read for the first one may stay.
  if (before && before.person.id !== session.person.id) queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, session)
  return session
}

export async function signOut(everywhere: boolean): Promise<void> {
  settleSignIn(false)
  if (everywhere) await client.DELETE('/auth/sessions')
  else await client.DELETE('/auth/session')
  forgetSession()
}

/** Nothing of the person stays in the page. */
export function forgetSession(): void {
  rememberSignedIn(false)
  queryClient.clear()
  queryClient.setQueryData(sessionQuery.queryKey, null)
}

/** No secret, only a hint for public/early.js; the session itself is a cookie that scripts cannot read. */
function rememberSignedIn(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem('copil.signed-in', 'yes')
    else localStorage.removeItem('copil.signed-in')
  } catch {
    // Storage refused: pages only load a little later.
  }
}

/** The one place where a request leaves: session cookie, proof against forged requests, expired session. */
import { errorFrom, Unreachable } from './problems'
import { signInAgain } from './sign-in-again'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Answers the response, 304 included. Throws ApiError or Unreachable. */
export async function send(request: Request): Promise<Response> {
  if (!SAFE.has(request.method)) request.headers.set('X-Copil-CSRF', '1')
  const spare = request.clone()
  const response = await attempt(request)
  const ownSession = new URL(request.url).pathname.startsWith('/auth/session')
  if (response.status === 401 && !ownSession && (await signInAgain())) return checked(await attempt(spare))
  return checked(response)
}

async function attempt(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable(error)
  }
}

async function checked(response: Response): Promise<Response> {
  if (response.ok || response.status === 304) return response
  throw await errorFrom(response)
}

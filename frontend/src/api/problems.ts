/** What went wrong, as the API says it (RFC 9457), or as the network does. */

export interface Problem {
  type?: string
  title?: string
  status?: number
  detail?: string | null
  code?: string
  [member: string]: unknown
}

/** The API refused. `code` is one of its catalogue (/docs/errors). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly problem: Problem
  /** Seconds to wait, when the API said so. */
  readonly retryAfter: number | null
  /** To be quoted when asking for help. */
  readonly requestId: string | null

  constructor(problem: Problem, response: Response) {
    super(problem.detail ?? problem.title ?? response.statusText)
    this.name = 'ApiError'
    this.status = response.status
    this.code = problem.code ?? 'unknown'
    this.problem = problem
    this.retryAfter = Number(response.headers.get('retry-after')) || null
    this.requestId = response.headers.get('x-request-id')
  }
}

/** No answer at all: network cut, or the gateway is down. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('No answer', { cause })
    this.name = 'Unreachable'
  }
}

export async function errorFrom(response: Response): Promise<ApiError> {
  let problem: Problem = {}
  try {
    problem = (await response.json()) as Problem
  } catch {
    // Not JSON: a proxy's page, say. The status is enough.
  }
  return new ApiError(problem, response)
}

export const isStatus = (error: unknown, status: number) => error instanceof ApiError && error.status === status

/** Worth asking again: the network, or a service that is away for now. */
export const isPassing = (error: unknown) =>
  error instanceof Unreachable || (error instanceof ApiError && error.status >= 500)

/** Names of the fields that were refused; empty when the refusal is of another kind. */
export function faultsOf(error: unknown): string[] {
  const errors = error instanceof ApiError ? error.problem['errors'] : null
  return Array.isArray(errors) ? errors.map((one) => String((one as { field?: unknown }).field)) : []
}

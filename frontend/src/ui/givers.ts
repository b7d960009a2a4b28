import { ApiError } from '../api/problems'

/** Who of one's own organisation gives the function that was missing, as the API names them; null when it names nobody. */
export function givers(error: unknown): string | null {
  const told = error instanceof ApiError && error.status === 403 ? error.problem['administrators'] : null
  const names = Array.isArray(told) ? told.filter((one): one is string => typeof one === 'string' && one !== '') : []
  return names.length ? names.join(', ') : null
}

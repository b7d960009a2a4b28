import { useState } from 'react'

/** What stands behind « # » in a link. Browsers never send that part; it is taken out of the address, so that no copy of it stays in the history. */
export function useToken(): string {
  const [token] = useState(() => window.location.hash.slice(1))
  return token
}

export function forgetToken(): void {
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search)
}

// Runs before the first paint and before the application has arrived. Its own file: the policy allows no inline script.

let signedIn = false

// The chosen theme, so that the page never flashes in the other one.
try {
  const theme = localStorage.getItem('copil.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  signedIn = localStorage.getItem('copil.signed-in') !== null
} catch {
  // Storage refused: the system's theme applies.
}

function ask(href) {
  const link = document.createElement('link')
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href })
  document.head.append(link)
}

// What the page will read first is asked for at once, beside the application's own files. The application sends the same
// requests and finds them answered; were an address to change there, this would only cost a request for nothing.
// Only for somebody who was signed in a moment ago: a refusal asked for early would be found again after signing in.
if (signedIn) {
  ask('/auth/session')
  const [, contract, page] = /^\/contrats\/([^/]+)\/(\w+)/.exec(location.pathname) ?? []
  if (contract) ask(`/api/contracts/v1/contracts/${contract}`)
  const month = new URLSearchParams(location.search).get('periode')
  if (page === 'pilotage' && /^\d{4}-\d\d$/.test(month)) {
    ask(`/api/kpi/v1/contracts/${contract}/figures?period=${month}`)
    ask(`/api/kpi/v1/contracts/${contract}/freshness`)
  }
}

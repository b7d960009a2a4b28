// Before the first paint, so that the page never flashes in the other theme. Its own file: the policy allows no inline script.
try {
  const theme = localStorage.getItem('copil.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage refused: the system's theme applies.
}

import { createRoute, redirect } from '@tanstack/react-router'
import { queryClient } from '../../api/query-client'
import { sessionQuery } from '../../api/session'
import { setTheme } from '../../shell/theme'
import { Shell } from '../../shell/Shell'
import { rootRoute } from '../root-route'

/** Everything but the sign-in page: sends there whoever is not signed in, and remembers where they wanted to go. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (!session) throw redirect({ to: '/connexion', search: { retour: location.href } })
    // Kept by the service: it follows its owner to this device.
    const { theme } = session.person
    if (theme === 'light' || theme === 'dark') setTheme(theme)
    return { session }
  },
  component: Shell,
})

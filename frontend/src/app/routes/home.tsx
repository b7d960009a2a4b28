import { createRoute, redirect } from '@tanstack/react-router'
import { signedInRoute } from './signed-in'

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/contrats', replace: true })
  },
})

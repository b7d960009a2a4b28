import { createRoute } from '@tanstack/react-router'
import { queryClient } from '../../api/query-client'
import { contractQuery } from '../../contracts/queries'
import { ContractFrame } from '../../contracts/ContractFrame'
import { signedInRoute } from './signed-in'

/** One contract is chosen: its zone, its freshness, its navigation. */
export const contractRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contrats/$contractId',
  loader: ({ params }) => queryClient.ensureQueryData(contractQuery(params.contractId)),
  component: ContractFrame,
})

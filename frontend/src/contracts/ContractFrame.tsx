import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { FreshnessContext, useWatermark } from '../api/watermark'
import { USUAL_ZONE, ZoneContext } from '../format/use-format'
import { withItsWords } from '../i18n'
import { contractQuery } from './queries'

// Contracts in force, nearly all, have no need of it.
const SetUpNotice = lazy(() => withItsWords(import('./SetUpNotice').then((found) => ({ default: found.SetUpNotice }))))

/** What every screen of a contract shares: its zone and how fresh it is. */
export function ContractFrame() {
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useQuery(contractQuery(contractId))
  const freshness = useWatermark(contractId)
  return (
    <ZoneContext value={contract?.zone ?? USUAL_ZONE}>
      <FreshnessContext value={freshness}>
        {contract?.state === 'draft' ? <Suspense fallback={null}><SetUpNotice contract={contract} /></Suspense> : null}
        <Outlet />
      </FreshnessContext>
    </ZoneContext>
  )
}

import './pages.css'
import { Trans } from '@lingui/react/macro'
import type { Side } from '../charts/types'

/** Who, never how well: the party's ink, its half of the disc and its name. */
export function PartyMark({ side, size = 14 }: { side: Side; size?: number }) {
  const client = side === 'donneur_ordre'
  return (
    <span className={client ? 'party party-client' : 'party party-provider'}>
      <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
        <path d={client ? 'M7 1.500a5.500 5.500 0 0 0 0 11z' : 'M7 1.500a5.500 5.500 0 0 1 0 11z'} fill="currentColor" />
      </svg>
      {client ? <Trans>Donneur d’ordre</Trans> : <Trans>Prestataire</Trans>}
    </span>
  )
}

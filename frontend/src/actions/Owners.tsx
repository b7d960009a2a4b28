import { Trans } from '@lingui/react/macro'
import type { Action } from '../api/types'
import { PartyMark } from '../ui/PartyMark'

/** Who is accountable on each side. */
export function Owners({ owners }: { owners: Action['owners'] }) {
  return (
    <ul className="plain action-owners small">
      {(['donneur_ordre', 'sous_traitant'] as const).map((side) => (
        <li key={side}>
          <PartyMark side={side} size={12} /> {owners[side]?.name ?? <span className="soft"><Trans>à nommer</Trans></span>}
        </li>
      ))}
    </ul>
  )
}

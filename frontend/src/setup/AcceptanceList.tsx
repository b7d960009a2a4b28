import { Trans } from '@lingui/react/macro'
import type { Acceptance } from '../api/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'

/** Who accepted what and when, the acceptances that a change made void included. */
export function AcceptanceList({ items }: { items: readonly Acceptance[] }) {
  const format = useFormat()
  if (!items.length) return null
  return (
    <ul className="plain history">
      {items.toReversed().map((one) => (
        <li key={one.id} className="small">
          <PartyMark side={one.side} size={12} /> {one.accepted_name}
          {one.accepted_scope ? <> <Trans>(habilité : {one.accepted_scope})</Trans></> : null} · {format.instant(one.accepted_at, true)} · <code>{one.digest.slice(0, 12)}</code>{' '}
          {one.version_id ? <Trans>avenant</Trans> : one.void ? <Trans>texte changé depuis : acceptation caduque</Trans> : <Trans>texte du contrat</Trans>}
          {one.comment ? <q className="said">{one.comment}</q> : null}
        </li>
      ))}
    </ul>
  )
}

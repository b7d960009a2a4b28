import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Contract, Figure, SourceFreshness } from '../api/types'
import { addDays } from '../format/dates'
import { currentMonth, lastDay } from '../format/periods'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { isContractual } from '../indicators/tally'

/** Late deliveries are still counted for three days after a month unless the contract says otherwise. */
const LATE_GRACE_DAYS = 3

interface AwaitingProps {
  contract: Contract
  figures: readonly Figure[]
  /** None while nothing is known of them. */
  sources: readonly SourceFreshness[]
  period: string
}

/** What deserves an act or patience before the month is read as final. */
export function Awaiting({ contract, figures, sources, period }: AwaitingProps) {
  const format = useFormat()
  const names = useNames()
  const judged = figures.filter(isContractual)
  const provisional = figures.some((one) => one.provisional)
  const quarantined = sources.filter((one) => one.quarantined > 0)
  const orphans = judged.filter((one) => one.commitment?.orphan)
  const silent = judged.filter((one) => one.value === null)
  const list = (some: readonly Figure[]) => some.map(names.figure).join(', ')

  const items: ReactNode[] = []
  if (provisional) {
    const until = format.day(addDays(lastDay(period), LATE_GRACE_DAYS), 'long')
    items.push(
      <li key="provisional">
        {period >= currentMonth(contract.zone) ? (
          <Trans>Mois en cours : les chiffres sont provisoires, au moins jusqu’au {until}.</Trans>
        ) : (
          <Trans>Chiffres provisoires : des tickets sont encore dans leur délai de réouverture, ou des livraisons peuvent encore arriver.</Trans>
        )}
      </li>,
    )
  }
  for (const { source_id: source, name, silence } of sources) {
    if (silence.state !== 'silent' || silence.explanation !== null || silence.since === null) continue
    const since = format.instant(silence.since)
    items.push(
      <li key={`silence ${source}`}>
        <Trans>
          Source silencieuse depuis le {since} :{' '}
          <Link to="/contrats/$contractId/sources" params={{ contractId: contract.id }} search={{ source }}>
            {name}
          </Link>
        </Trans>
      </li>,
    )
  }
  for (const { source_id: source, name, quarantined: count } of quarantined) {
    items.push(
      <li key={source}>
        <Trans>
          <Plural value={count} one="# livraison en quarantaine" other="# livraisons en quarantaine" /> :{' '}
          <Link to="/contrats/$contractId/sources" params={{ contractId: contract.id }} search={{ source }}>
            {name}
          </Link>
        </Trans>
      </li>,
    )
  }
  if (orphans.length) {
    items.push(
      <li key="orphans">
        <Trans>
          <Plural value={orphans.length} one="# engagement sans objectif" other="# engagements sans objectif" /> : {list(orphans)}
        </Trans>
      </li>,
    )
  }
  if (silent.length && silent.length < judged.length) {
    items.push(
      <li key="silent">
        <Trans>
          <Plural value={silent.length} one="# engagement sans valeur" other="# engagements sans valeur" /> : {list(silent)}
        </Trans>
      </li>,
    )
  }
  return items.length ? <ul className="awaiting">{items}</ul> : null
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { RelayCounts, RelayItem, RelayTeam } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { SegmentLink } from '../ui/SegmentLink'
import { countOf } from './counts'
import type { View } from './queries'

interface FiltersProps {
  side: Side | null
  view: View
  kind: RelayItem['kind']
  late: boolean
  mine: boolean
  team: string | undefined
  teams: readonly RelayTeam[]
  counts: RelayCounts | undefined
}

/** What the list holds, in the address; each choice with how many there are, counted by the server. */
export function Filters({ side, view, kind, late, mine, team, teams, counts }: FiltersProps) {
  const { t } = useLingui()
  const counted = countOf(counts, kind, team)
  const of = (one: string | undefined) => countOf(counts, kind, one)?.[view]
  return (
    <div className="relay-filters no-print">
      <nav className="segments" aria-label={t`Filtrer par état`}>
        <SegmentLink search={{ etat: undefined }} current={view === 'open'}>
          <Trans>À l’équipe</Trans> <Number value={counted?.open} />
        </SegmentLink>
        {kind === 'trouble' ? (
          <SegmentLink search={{ etat: 'replied', retard: undefined }} current={view === 'replied'}>
            <Trans>Au donneur d’ordre</Trans> <Number value={counted?.replied} />
          </SegmentLink>
        ) : null}
        <SegmentLink search={{ etat: 'closed', retard: undefined }} current={view === 'closed'}>
          <Trans>Clos</Trans> <Number value={counted?.closed} />
        </SegmentLink>
      </nav>
      {kind === 'trouble' && view === 'open' ? (
        <nav className="segments" aria-label={t`Filtrer par retard`}>
          <SegmentLink search={{ retard: undefined }} current={!late}>
            <Trans>Tous</Trans>
          </SegmentLink>
          <SegmentLink search={{ retard: 'oui' }} current={late}>
            <Trans>En retard</Trans> <Number value={counted?.late} />
          </SegmentLink>
        </nav>
      ) : null}
      <nav className="segments" aria-label={t`Filtrer par sorte`}>
        <SegmentLink search={{ sorte: undefined }} current={kind === 'trouble'}>
          <Trans>Retours</Trans>
        </SegmentLink>
        <SegmentLink search={{ sorte: 'felicitations', retard: undefined, etat: view === 'closed' ? 'closed' : undefined }} current={kind === 'praise'}>
          <Trans>Félicitations</Trans>
        </SegmentLink>
      </nav>
      {side === 'sous_traitant' ? (
        <nav className="segments" aria-label={t`Filtrer par équipe dont je suis membre`}>
          <SegmentLink search={{ miens: undefined }} current={!mine}>
            <Trans>Toutes les équipes</Trans>
          </SegmentLink>
          <SegmentLink search={{ miens: 'oui' }} current={mine}>
            <Trans>Mes équipes</Trans>
          </SegmentLink>
        </nav>
      ) : null}
      {teams.length > 1 ? (
        <nav className="segments" aria-label={t`Filtrer par équipe`}>
          <SegmentLink search={{ equipe: undefined }} current={!team}>
            <Trans>Toutes</Trans> <Number value={of(undefined)} />
          </SegmentLink>
          {teams.map((one) => (
            <SegmentLink key={one.id} search={{ equipe: one.id }} current={team === one.id}>
              {one.name} <Number value={of(one.id)} />
            </SegmentLink>
          ))}
        </nav>
      ) : null}
    </div>
  )
}

function Number({ value }: { value: number | undefined }): ReactNode {
  const format = useFormat()
  return value === undefined ? null : <span className="relay-number">({format.integer(value)})</span>
}

import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Figure } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'

/** What customers say of the first contact beside what their tickets say, and how far apart the two are. */
export function Declared({ figures, contractId }: { figures: readonly Figure[]; contractId: string }) {
  const format = useFormat()
  const find = (code: string) => figures.find((one) => one.indicator === code) ?? null
  const [declared, byTicket] = [find('fcr_declared'), find('fcr_ticket')]
  const gap = declared?.value && byTicket?.value ? Number(declared.value) - Number(byTicket.value) : null
  return (
    <>
      <dl className="readings">
        {[declared, byTicket].map((figure) => (figure ? <Reading key={figure.indicator} figure={figure} contractId={contractId} /> : null))}
        <div>
          <dt>
            <Trans>Écart</Trans>
          </dt>
          <dd>{gap === null ? '–' : format.difference(gap, 'ratio')}</dd>
          <dd className="soft small">
            <Trans>Déclarée moins par ticket</Trans>
          </dd>
        </div>
      </dl>
    </>
  )
}

/** A figure of a survey: its value, where the true one lies, and how many answered. */
export function Reading({ figure, contractId }: { figure: Figure; contractId: string }) {
  const format = useFormat()
  const names = useNames()
  const { interval, unit, sample_size: size } = figure
  return (
    <div>
      <dt>
        <Link to="/contrats/$contractId/indicateurs/$code" params={{ contractId, code: figure.indicator }} search={{ periode: figure.period }}>
          {names.indicator(figure.indicator)}
        </Link>
      </dt>
      <dd>{figure.value === null ? '–' : format.amount(figure.value, unit)}</dd>
      <dd className="soft small">
        {interval ? (
          <Trans>
            entre {format.amount(interval.low, unit)} et {format.amount(interval.high, unit)} (95 %),{' '}
            <Plural value={size} one="# réponse" other="# réponses" />
          </Trans>
        ) : figure.indicator === 'fcr_ticket' ? (
          <Plural value={size} one="# ticket" other="# tickets" />
        ) : (
          <Trans>aucune réponse</Trans>
        )}
      </dd>
    </div>
  )
}

import './verbatims.css'
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Figure } from '../api/types'
import { useFormat } from '../format/use-format'
import { isTooFew } from '../indicators/few'
import { useNames } from '../indicators/names'

/** What customers say of the first contact, and whether they came again, beside what their tickets say; how far apart they are. */
export function Declared({ figures, contractId }: { figures: readonly Figure[]; contractId: string }) {
  const format = useFormat()
  const find = (code: string) => figures.find((one) => one.indicator === code) ?? null
  const [declared, observed, byTicket] = [find('fcr_declared'), find('fcr_observed'), find('fcr_ticket')]
  const gap = (figure: Figure | null) =>
    figure?.value && byTicket?.value ? format.difference(Number(figure.value) - Number(byTicket.value), 'ratio') : '–'
  return (
    <>
      <dl className="readings">
        {[declared, observed, byTicket].map((figure) => (figure ? <Reading key={figure.indicator} figure={figure} contractId={contractId} /> : null))}
        <div>
          <dt>
            <Trans>Écart</Trans>
          </dt>
          <dd>{gap(declared)}</dd>
          <dd className="soft small">
            <Trans>Déclarée moins par ticket</Trans>
          </dd>
          <dd>{gap(observed)}</dd>
          <dd className="soft small">
            <Trans>Observée moins par ticket</Trans>
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
      <dd>{figure.value === null || isTooFew(figure) ? '–' : format.amount(figure.value, unit)}</dd>
      <dd className="soft small">
        {interval ? (
          <Trans>
            entre {format.amount(interval.low, unit)} et {format.amount(interval.high, unit)} (95 %),{' '}
            <Plural value={size} one="# réponse" other="# réponses" />
          </Trans>
        ) : figure.indicator === 'fcr_observed' ? (
          <Plural value={size} one="# premier contact" other="# premiers contacts" />
        ) : figure.indicator === 'fcr_ticket' ? (
          <Plural value={size} one="# ticket" other="# tickets" />
        ) : (
          <Trans>aucune réponse</Trans>
        )}
      </dd>
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Contract, Figure } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { useSampleWords } from '../indicators/samples'
import { Judgement } from '../ui/Judgement'
import { change, counterpart } from '../indicators/ranking'
import { useFigureTable } from './use-figure-table'
import type { View } from './view'

interface OtherIndicatorsProps {
  contract: Contract
  figures: readonly Figure[]
  before: readonly Figure[] | undefined
  view: View
}

/** What is followed without being promised: no place on the ruler, no part in the sentence. */
export function OtherIndicators({ contract, figures, before, view }: OtherIndicatorsProps) {
  const { t } = useLingui()
  const format = useFormat()
  const exported = useFigureTable(contract, view, t`Indicateurs observés`)
  if (!figures.length) return null
  return (
    <section className="panel" aria-labelledby="others-title">
      <div className="panel-head">
        <h2 id="others-title">
          <Trans>Observés seulement</Trans>
        </h2>
        <div className="end">
          <ExportMenu table={() => exported(figures, before)} />
        </div>
      </div>
      <p className="soft prose panel-words">
        <Trans>Suivis par les deux parties, sans conséquence au contrat.</Trans>
      </p>
      <div className="scroll">
        <table className="ledger others-table">
          <thead>
            <tr>
              <th scope="col">
                <Trans>Indicateur</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Mesure</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Repère</Trans>
              </th>
              {view.compared ? (
                <th scope="col" className="number">
                  <Trans>Depuis {format.month(view.compared)}</Trans>
                </th>
              ) : null}
              <th scope="col" className="number">
                <Trans>Échantillon</Trans>
              </th>
              <th scope="col">
                <Trans>État</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <Row key={figure.figure_id} figure={figure} before={counterpart(figure, before)} comparing={view.compared !== null} contractId={contract.id} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Row({ figure, before, comparing, contractId }: { figure: Figure; before: Figure | null; comparing: boolean; contractId: string }) {
  const format = useFormat()
  const names = useNames()
  const sample = useSampleWords()(figure)
  const difference = change(figure, before)
  return (
    <tr>
      <th scope="row">
        <Link
          to="/contrats/$contractId/indicateurs/$code"
          params={{ contractId, code: figure.indicator }}
          search={{ periode: figure.period, variante: figure.variant ?? undefined }}
          className="row-link"
        >
          {names.figure(figure)}
        </Link>
        {figure.commitment?.orphan ? (
          <span className="soft small row-note">
            <Trans>sans objectif</Trans>
          </span>
        ) : null}
      </th>
      <td className="number cell-value">{format.amountBeside(figure.value, figure.unit, figure.target)}</td>
      <td className="number cell-target">
        {figure.target === null ? '–' : `${figure.direction === 'higher' ? '≥' : '≤'}\u00a0${format.amount(figure.target, figure.unit)}`}
      </td>
      {comparing ? <td className="number cell-change">{difference === null ? '–' : format.difference(difference, figure.unit)}</td> : null}
      <td className="number cell-sample">{sample}</td>
      <td className="cell-state">
        {figure.target === null && figure.value !== null ? (
          <span className="soft small">
            <Trans>sans repère</Trans>
          </span>
        ) : (
          <Judgement figure={figure} />
        )}
      </td>
    </tr>
  )
}

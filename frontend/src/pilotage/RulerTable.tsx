import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Contract, Figure } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { useClauseLabel, useSampleWords } from '../indicators/samples'
import { Judgement } from '../ui/Judgement'
import { Term } from '../ui/Term'
import { change, counterpart, sameIndicator } from '../indicators/ranking'
import { Ruler } from './Ruler'
import { reachOf } from '../indicators/ruler'
import { directionOf, nextSorting, sorted, type Column } from './sorting'
import { useFigureTable } from './use-figure-table'
import type { Sorting, View } from './view'

interface RulerTableProps {
  contract: Contract
  figures: readonly Figure[]
  before: readonly Figure[] | undefined
  view: View
  selected: Figure | null
}

/** La réglette: every commitment on one ruler. */
export function RulerTable({ contract, figures, before, view, selected }: RulerTableProps) {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const rows = sorted(figures, view.sorting, names.figure, format.language)
  const reach = reachOf(rows)
  const exported = useFigureTable(contract, view, t`Engagements`)
  return (
    <section className="panel" aria-labelledby="ruler-title">
      <div className="panel-head">
        <h2 id="ruler-title">
          <Trans>La réglette</Trans>
        </h2>
        <Term code="reglette" word={t`La réglette`} />
        <div className="end">
          <ExportMenu table={() => exported(rows, before)} />
        </div>
      </div>
      <p className="soft prose panel-words">
        <Trans>
          Chaque engagement sur la même règle, graduée en tolérances : le trait vertical est la cible, la zone grise la tolérance. À droite,
          mieux que promis. La barre de couleur est l’intervalle d’une enquête.
        </Trans>{' '}
        {view.compared ? <Trans>Le petit trait est la valeur en {format.month(view.compared)}.</Trans> : null}
      </p>
      <SortChoice sorting={view.sorting} />
      <div className="scroll">
        <table className="ledger ruler-table">
          <thead>
            <tr>
              <Head column="nom" sorting={view.sorting}>{t`Engagement`}</Head>
              <Head column="ecart" sorting={view.sorting}>{t`Écart à l’engagement`}</Head>
              <th scope="col" className="number">
                <Trans>Mesure</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Cible</Trans>
              </th>
              {view.compared ? (
                <th scope="col" className="number">
                  <Trans>Depuis {format.month(view.compared)}</Trans>
                </th>
              ) : null}
              <Head column="etat" sorting={view.sorting}>{t`État`}</Head>
            </tr>
          </thead>
          <tbody>
            {rows.map((figure) => (
              <Row
                key={figure.figure_id}
                figure={figure}
                before={counterpart(figure, before)}
                comparing={view.compared !== null}
                reach={reach}
                contractId={contract.id}
                current={selected !== null && sameIndicator(figure, selected)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

interface RowProps {
  figure: Figure
  before: Figure | null
  comparing: boolean
  reach: number
  contractId: string
  current: boolean
}

function Row({ figure, before, comparing, reach, contractId, current }: RowProps) {
  const format = useFormat()
  const names = useNames()
  const sample = useSampleWords()(figure)
  const clauseLabel = useClauseLabel()
  const difference = change(figure, before)
  return (
    <tr data-current={current || undefined}>
      <th scope="row">
        <Link
          to="/contrats/$contractId/indicateurs/$code"
          params={{ contractId, code: figure.indicator }}
          search={{ periode: figure.period, variante: figure.variant ?? undefined }}
          className="row-link"
        >
          {names.figure(figure)}
        </Link>
        <span className="soft small row-note">
          {figure.commitment ? clauseLabel(figure.commitment.clause) : null} · {sample}
          {figure.commitment?.orphan ? (
            <>
              {' · '}
              <Trans>sans objectif</Trans>
            </>
          ) : null}
        </span>
      </th>
      <td className="cell-ruler">
        <Ruler figure={figure} before={before?.value ?? null} reach={reach} />
      </td>
      <td className="number cell-value">{format.amountBeside(figure.value, figure.unit, figure.target)}</td>
      <td className="number cell-target">
        {figure.direction === 'higher' ? '≥' : '≤'}&nbsp;{format.amountBeside(figure.target, figure.unit, figure.value)}
      </td>
      {comparing ? <td className="number cell-change">{difference === null ? '–' : format.difference(difference, figure.unit)}</td> : null}
      <td className="cell-state">
        <Judgement figure={figure} />
      </td>
    </tr>
  )
}

function Head({ column, sorting, children }: { column: Column; sorting: Sorting; children: string }) {
  const direction = directionOf(column, sorting)
  return (
    <th scope="col" aria-sort={direction} className={`head-${column}`}>
      <Link to="." search={(before) => ({ ...before, tri: nextSorting(column, sorting) })} replace resetScroll={false} className="sort">
        {children}
        <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}</span>
      </Link>
    </th>
  )
}

/** Where the table becomes cards its heads are hidden: the order is chosen here instead. */
function SortChoice({ sorting }: { sorting: Sorting }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const names: Partial<Record<Sorting, string>> = { ecart: t`écart, le pire d’abord`, etat: t`état`, nom: t`nom` }
  return (
    <label className="inline-field only-narrow no-print">
      <span>
        <Trans>Trier par</Trans>
      </span>
      <select
        value={sorting in names ? sorting : 'ecart'}
        onChange={(event) =>
          void navigate({ to: '.', search: (before) => ({ ...before, tri: event.target.value as Sorting }), replace: true, resetScroll: false })
        }
      >
        {Object.entries(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

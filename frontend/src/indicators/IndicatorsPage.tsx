import './indicators.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { Figure } from '../api/types'
import { contractQuery } from '../contracts/queries'
import { ExportMenu } from '../exports/ExportMenu'
import { currentMonth, lastCompleteMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { useFigureTable } from '../pilotage/use-figure-table'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Adjustments } from './Adjustments'
import { IndicatorRow } from './IndicatorRow'
import { useNames } from './names'
import { PeriodLinks } from './PeriodLinks'
import { figuresQuery } from './queries'

type Group = 'contractual' | 'orphan' | 'observed' | 'none'
const GROUPS: Group[] = ['contractual', 'orphan', 'observed', 'none']

function groupOf({ commitment }: Figure): Group {
  if (!commitment) return 'none'
  if (commitment.class === 'observed') return 'observed'
  return commitment.orphan ? 'orphan' : 'contractual'
}

/** Every indicator of a month, also those nothing was promised on. */
export function IndicatorsPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { periode } = useSearch({ from: '/signed-in/contrats/$contractId/indicateurs' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const format = useFormat()
  const names = useNames()
  const period = periode ?? lastCompleteMonth(contract.zone)
  const figures = useQuery(figuresQuery(contractId, period))
  const table = useFigureTable(contract, { period, comparison: 'aucune', compared: null, sorting: 'nom' }, t`Indicateurs`)
  useTitle(t`Indicateurs`, format.month(period), contract.title)

  const titles: Record<Group, string> = {
    contractual: t`Contractuels`,
    orphan: t`Contractuels, sans objectif`,
    observed: t`Observés`,
    none: t`Sans engagement`,
  }
  const named = (items: readonly Figure[]) =>
    items.toSorted((a, b) => names.figure(a).localeCompare(names.figure(b), format.language))
  const grouped = (items: readonly Figure[]) =>
    GROUPS.map((group) => ({ group, rows: named(items.filter((one) => groupOf(one) === group)) })).filter(({ rows }) => rows.length)

  return (
    <>
      <p className="eyebrow">{format.monthTitle(period)}</p>
      <h1>
        <Trans>Indicateurs</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Tous les indicateurs du mois, rangés par ce que le contrat en dit. Chacun s’ouvre sur sa règle, sa courbe et ses tickets.
          </Trans>
        </Understand>
        <PeriodLinks period={period} latest={currentMonth(contract.zone)} />
        <CopyLink frozen={{ periode: period }} />
        <ExportMenu
          disabled={!figures.data}
          table={() => table(grouped(figures.data?.items ?? []).flatMap(({ rows }) => rows), undefined)}
        />
      </div>
      <Answer query={figures} height={640}>
        {({ items }) => (
          <ScrollRegion label={t`Indicateurs`}>
            <table className="ledger indicators-table">
              <thead>
                <tr>
                  <th scope="col">
                    <Trans>Indicateur</Trans>
                  </th>
                  <th scope="col" className="number">
                    <Trans>Mesure</Trans>
                  </th>
                  <th scope="col" className="number">
                    <Trans>Cible</Trans>
                  </th>
                  <th scope="col">
                    <Trans>État</Trans>
                  </th>
                  <th scope="col" className="number">
                    <Trans>Échantillon</Trans>
                  </th>
                  <th scope="col">
                    <Trans>Clause</Trans>
                  </th>
                </tr>
              </thead>
              {grouped(items).map(({ group, rows }) => (
                <tbody key={group}>
                  <tr className="group">
                    <th scope="rowgroup" colSpan={6}>
                      {titles[group]}
                    </th>
                  </tr>
                  {rows.map((figure) => (
                    <IndicatorRow key={figure.figure_id} figure={figure} contractId={contractId} />
                  ))}
                </tbody>
              ))}
            </table>
          </ScrollRegion>
        )}
      </Answer>
      <Adjustments contractId={contractId} period={period} />
    </>
  )
}

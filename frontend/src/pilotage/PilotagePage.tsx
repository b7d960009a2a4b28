import './pilotage.css'
import './ruler.css'
import { useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { useParams, useSearch } from '@tanstack/react-router'
import type { Contract, Figure } from '../api/types'
import { wrongParameters } from '../app/search'
import { useFreshness } from '../api/watermark'
import { contractQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { withItsWords } from '../i18n'
import { Failure } from '../ui/Failure'
import { FreshnessLine } from '../ui/FreshnessLine'
import { useTitle } from '../ui/use-title'
import { AdjustmentsNote } from './AdjustmentsNote'
import { Awaiting } from './Awaiting'
import { CurvePanel } from './CurvePanel'
import { OtherIndicators } from './OtherIndicators'
import { PeriodBar } from './PeriodBar'
import { PilotageSkeleton } from './PilotageSkeleton'
import { figuresQuery, freshnessQuery } from '../indicators/queries'
import { toLookAtFirst } from '../indicators/ranking'
import { RulerTable } from './RulerTable'
import { Sentence } from './Sentence'
import { isContractual } from '../indicators/tally'
import { Tiles } from './Tiles'
import { Understand } from './Understand'
import { viewOf, type PilotageSearch, type View } from './view'

// Months with figures and commitments, nearly all, have no need of them.
const EmptyMonth = lazy(() => withItsWords(import('./EmptyMonth').then((found) => ({ default: found.EmptyMonth }))))
const NoCommitment = lazy(() => withItsWords(import('./EmptyMonth').then((found) => ({ default: found.NoCommitment }))))

/** The month in one sentence, then the picture, then the table. */
export function PilotagePage() {
  const { t } = useLingui()
  const format = useFormat()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const search = useSearch({ from: '/signed-in/contrats/$contractId/pilotage' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const view = viewOf(search, contract.zone)
  useTitle(t`Pilotage`, format.month(view.period), contract.title)
  const now = useFigures(contractId, view.period)
  const before = useFigures(contractId, view.compared)
  const { dataAsOf } = useFreshness()
  // What awaits the reader stands above the figures: both come together, so that nothing moves. Should the sources fail,
  // the figures wait no longer.
  const sources = useQuery(freshnessQuery(contractId))
  const waiting = sources.isPending && sources.failureCount === 0 && sources.errorUpdateCount === 0
  const figures = waiting ? undefined : now.data?.items
  return (
    <>
      <div className="lead">
        <div className="lead-head">
          <p className="eyebrow">{format.monthTitle(view.period)}</p>
          <PeriodBar contract={contract} view={view} />
        </div>
        {figures ? <Sentence figures={figures} period={view.period} /> : null}
        {figures ? <Awaiting contract={contract} figures={figures} sources={sources.data?.items ?? []} period={view.period} /> : null}
        {figures ? <FreshnessLine dataAsOf={latest(figures) ?? dataAsOf} /> : null}
      </div>
      {figures ? (
        <Month contract={contract} figures={figures} before={before.data?.items} view={view} search={search} />
      ) : now.error ? (
        <Failure error={now.error} retry={() => void now.refetch()} />
      ) : (
        <PilotageSkeleton />
      )}
    </>
  )
}

interface MonthProps {
  contract: Contract
  figures: readonly Figure[]
  before: readonly Figure[] | undefined
  view: View
  search: PilotageSearch
}

function Month({ contract, figures, before, view, search }: MonthProps) {
  const first = toLookAtFirst(figures)
  const asked = chosen(figures, search)
  const unknown = search.kpi !== undefined && asked === null
  useEffect(() => {
    if (unknown) wrongParameters.add(['kpi'])
  }, [unknown])
  if (figures.every((one) => one.value === null)) return <Suspense fallback={null}><EmptyMonth contract={contract} /></Suspense>
  const selected = asked ?? first[0] ?? figures.find((one) => one.value !== null) ?? null
  const contractual = figures.filter(isContractual)
  return (
    <>
      {first.length ? <Tiles figures={first} before={before} compared={view.compared} selected={selected} /> : null}
      {contractual.length ? null : <Suspense fallback={null}><NoCommitment /></Suspense>}
      {selected ? <CurvePanel contract={contract} figure={selected} compared={view.compared} /> : null}
      {contractual.length ? <RulerTable contract={contract} figures={contractual} before={before} view={view} selected={selected} /> : null}
      <OtherIndicators contract={contract} figures={figures.filter((one) => !isContractual(one))} before={before} view={view} />
      <AdjustmentsNote contractId={contract.id} period={view.period} />
      <Understand />
    </>
  )
}

function useFigures(contractId: string, period: string | null) {
  return useQuery({ ...figuresQuery(contractId, period ?? ''), enabled: period !== null })
}

/** The figure the address names; without a variant the first of its indicator. */
const chosen = (figures: readonly Figure[], { kpi, variante }: PilotageSearch) =>
  figures.find((one) => one.indicator === kpi && (variante === undefined || one.variant === variante)) ?? null

const latest = (figures: readonly Figure[]) =>
  figures
    .map((one) => one.data_as_of)
    .filter((one) => one !== null)
    .toSorted()
    .at(-1) ?? null

import './before-after.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Baseline } from '../api/types'
import { contractQuery } from '../contracts/queries'
import { lastCompleteMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { definitionOf } from '../setup/catalogue'
import { Answer } from '../ui/Answer'
import { Heads } from '../ui/Cell'
import { CopyLink } from '../ui/CopyLink'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Baselines } from './Baselines'
import { Detail } from './Detail'
import { baselinesQuery, comparedQuery, daysQuery, type Span } from './queries'
import { ProposeForm } from './ProposeForm'
import { Row, type Heads as Labels } from './Row'
import { usualAfter, yearBefore } from './spans'

/** Before and after: what was agreed as the state of before, what became of it, and what may be said of that. */
export function BeforeAfterPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const search = useSearch({ from: '/signed-in/contrats/$contractId/avant-apres' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const format = useFormat()
  const [proposing, setProposing] = useState(false)
  const baselines = useQuery(baselinesQuery(contractId))
  const usual = usualAfter(lastCompleteMonth(contract.zone))
  const after: Span = search.du && search.au && search.du <= search.au ? { from: search.du, to: search.au } : usual
  const items = baselines.data?.items ?? []
  const agreed = items.filter((one) => one.state === 'agreed')
  const kpi = INDICATOR_CODES.find((one) => one === search.kpi) ?? agreed[0]?.indicator ?? 'csat'
  const { variants } = definitionOf(kpi)
  const variant = variants.length ? (search.variante ?? (agreed.find((one) => one.indicator === kpi)?.variant ?? 'median')) : null
  const asked: Span | null = search.avant_du && search.avant_au ? { from: search.avant_du, to: search.avant_au } : null
  const baseline = asked ? undefined : agreed.find((one) => one.indicator === kpi && one.variant === variant)
  const before = asked ?? (baseline ? { from: baseline.from, to: baseline.to } : yearBefore(after))
  useTitle(t`Avant et après`, contract.title)

  const heads: Labels = { indicator: t`Indicateur`, before: t`Avant`, after: t`Après`, points: t`Écart`, percent: t`En pourcentage`, reading: t`Lecture` }
  const series = new Set(agreed.map((one) => (one.variant ? `${one.indicator}/${one.variant}` : one.indicator)))
  return (
    <>
      <p className="eyebrow">
        <Trans>
          Après : du {format.day(after.from, 'full')} au {format.day(after.to, 'full')}
        </Trans>
      </p>
      <h1>
        <Trans>Avant et après</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Une référence est l’état d’avant, convenu par les deux parties et gelé. L’après vient des chiffres de la prestation. L’écart est dit en
            points et en pourcentage, avec son intervalle ; sans assez de réponses, aucun verdict n’est donné.
          </Trans>
        </Understand>
        <CopyLink frozen={{ du: after.from, au: after.to, kpi }} />
      </div>
      <section className="panel">
        <div className="panel-head">
          <h2>
            <Trans>Références convenues</Trans>
          </h2>
        </div>
        <Answer query={baselines} height={140}>
          {() =>
            agreed.length ? (
              <ScrollRegion label={t`Références convenues`}>
                <table className="ledger cards before-after-table">
                  <Heads labels={Object.values(heads)} numbers={[heads.before, heads.after, heads.points, heads.percent]} />
                  <tbody>
                    {agreed.map((one) => (
                      <Row key={one.id} contractId={contractId} baseline={one} after={after} heads={heads} current={one.id === baseline?.id} />
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            ) : (
              <p className="empty">
                <Trans>Aucune référence n’est convenue : on peut en proposer une, ou comparer deux périodes mesurées.</Trans>
              </p>
            )
          }
        </Answer>
      </section>
      <section className="panel" id="lecture">
        <Chosen contractId={contractId} kpi={kpi} variant={variant} baseline={baseline} before={before} after={after} ready={baselines.data !== undefined} />
      </section>
      <section className="panel" id="references">
        <div className="panel-head">
          <h2>
            <Trans>Proposer, convenir</Trans>
          </h2>
          {manages && !proposing ? (
            <div className="end no-print">
              <button type="button" className="button-quiet" onClick={() => setProposing(true)}>
                <Trans>Proposer une référence</Trans>
              </button>
            </div>
          ) : null}
        </div>
        {proposing ? (
          <ProposeForm contractId={contractId} indicator={kpi} before={before} agreed={series} onDone={() => setProposing(false)} />
        ) : null}
        <Baselines contract={contract} items={items} />
      </section>
    </>
  )
}

interface ChosenProps {
  contractId: string
  kpi: string
  variant: Baseline['variant']
  baseline: Baseline | undefined
  before: Span
  after: Span
  ready: boolean
}

/** The indicator and the days that are looked at, and what they tell. */
function Chosen({ contractId, kpi, variant, baseline, before, after, ready }: ChosenProps) {
  const { t } = useLingui()
  const names = useNames()
  const frozen = useQuery({ ...comparedQuery(contractId, baseline?.id ?? '', after), enabled: ready && baseline !== undefined })
  const days = useQuery({ ...daysQuery(contractId, kpi, variant, before, after), enabled: ready && baseline === undefined })
  return (
    <>
      <div className="panel-head">
        <h2>{names.figure({ indicator: kpi, variant })}</h2>
      </div>
      <Days key={`${kpi}${variant}${before.from}${before.to}${after.from}${after.to}`} kpi={kpi} variant={variant} before={before} after={after} />
      <Answer query={baseline ? frozen : days} height={260}>
        {(data) => <Detail data={data} />}
      </Answer>
      <p className="visually-hidden" aria-live="polite">
        {baseline ? t`Comparé à la référence convenue.` : t`Comparé à deux périodes mesurées.`}
      </p>
    </>
  )
}

type DaysProps = Pick<ChosenProps, 'kpi' | 'variant' | 'before' | 'after'>

/** Chooses what is compared; the address keeps it. Other days before than a baseline's are those of our own figures. */
function Days({ kpi, variant, before, after }: DaysProps) {
  const { t } = useLingui()
  const names = useNames()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState({ kpi, variant, before, after })
  const { variants } = definitionOf(chosen.kpi)
  const wrong = chosen.after.from <= chosen.before.to
  const same = chosen.kpi === kpi && chosen.before.from === before.from && chosen.before.to === before.to
  const go = (search: Record<string, string | undefined>) =>
    void navigate({ to: '.', search: ((kept: object) => ({ ...kept, ...search })) as never, replace: true, resetScroll: false })
  return (
    <form
      className="before-after-days no-print"
      aria-label={t`Choisir ce qui est comparé`}
      onSubmit={(event) => {
        event.preventDefault()
        if (wrong) return
        go({
          kpi: chosen.kpi,
          variante: variants.length ? (chosen.variant ?? 'median') : undefined,
          du: chosen.after.from,
          au: chosen.after.to,
          ...(same ? {} : { avant_du: chosen.before.from, avant_au: chosen.before.to }),
        })
      }}
    >
      <label className="field">
        <span>
          <Trans>Indicateur</Trans>
        </span>
        <select
          value={chosen.kpi}
          onChange={(event) => go({ kpi: event.target.value, variante: undefined, avant_du: undefined, avant_au: undefined })}
        >
          {INDICATOR_CODES.map((one) => (
            <option key={one} value={one}>
              {names.indicator(one)}
            </option>
          ))}
        </select>
      </label>
      {variants.length ? (
        <label className="field">
          <span>
            <Trans>Statistique</Trans>
          </span>
          <select value={chosen.variant ?? 'median'} onChange={(event) => go({ variante: event.target.value })}>
            {variants.map((one) => (
              <option key={one} value={one}>
                {names.variant(one)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <DayField label={t`Avant, du`} value={chosen.before.from} onChange={(from) => setChosen({ ...chosen, before: { ...chosen.before, from } })} />
      <DayField label={t`Avant, au`} value={chosen.before.to} onChange={(to) => setChosen({ ...chosen, before: { ...chosen.before, to } })} />
      <DayField label={t`Après, du`} value={chosen.after.from} onChange={(from) => setChosen({ ...chosen, after: { ...chosen.after, from } })} />
      <DayField label={t`Après, au`} value={chosen.after.to} onChange={(to) => setChosen({ ...chosen, after: { ...chosen.after, to } })} />
      <button className="button-quiet">
        <Trans>Comparer</Trans>
      </button>
      {wrong ? (
        <p className="field-error" role="alert">
          <Trans>L’après doit commencer après la fin de l’avant.</Trans>
        </p>
      ) : null}
    </form>
  )
}

function DayField({ label, value, onChange }: { label: string; value: string; onChange: (day: string) => void }) {
  return (
    <label className="field">
      <span>{label}</span>
      <input type="date" required value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  )
}

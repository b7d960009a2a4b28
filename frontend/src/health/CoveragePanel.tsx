import './health.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract, SourceFreshness } from '../api/types'
import { currentMonth, shiftMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { GapRow } from './GapRow'
import { LimitForm } from './LimitForm'
import { coverageQuery } from './queries'
import { SilenceNote } from './SilenceNote'

const MONTHS = 12

interface CoveragePanelProps {
  contract: Contract
  source: SourceFreshness
  manages: boolean
}

/** How much of a month was heard of a source, and its silences. */
export function CoveragePanel({ contract, source, manages }: CoveragePanelProps) {
  const { t } = useLingui()
  const format = useFormat()
  const [period, setPeriod] = useState(() => currentMonth(contract.zone))
  const coverage = useQuery(coverageQuery(contract.id, period))
  const months = Array.from({ length: MONTHS }, (_, back) => shiftMonth(currentMonth(contract.zone), -back))
  const heads = { since: t`Dernière livraison avant`, until: t`Première après`, missing: t`Manquantes`, said: t`Explication` }
  const here = source.contract_id === contract.id
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Rythme et silences</Trans>
        </h2>
        <span className="soft small">{source.name}</span>
        <label className="inline-field end no-print">
          <span className="visually-hidden">
            <Trans>Mois</Trans>
          </span>
          <select value={period} onChange={(event) => setPeriod(event.target.value)}>
            {months.map((month) => (
              <option key={month} value={month}>
                {format.monthTitle(month)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {source.silence.state === 'silent' ? (
        <p className="notice warning">
          <SilenceNote silence={source.silence} />
        </p>
      ) : null}
      <div className="health-answer">
        <Answer query={coverage} height={140}>
          {(told) => {
            const own = told.sources.find((one) => one.source_id === source.source_id)
            if (!own) return null
            const open = own.gaps.filter((gap) => gap.explanation === null).length
            return (
              <>
                <dl className="health-figures">
                  <div>
                    <dt>
                      <Trans>Couverture de la période</Trans>
                    </dt>
                    <dd>{own.coverage === null ? '–' : format.amount(own.coverage, 'ratio', 1)}</dd>
                  </div>
                  <div>
                    <dt>
                      <Trans>Attendues d’habitude</Trans>
                    </dt>
                    <dd>{format.integer(own.expected)}</dd>
                  </div>
                  <div>
                    <dt>
                      <Trans>Manquantes</Trans>
                    </dt>
                    <dd>{format.integer(own.missing)}</dd>
                  </div>
                  <div>
                    <dt>
                      <Trans>Acceptées</Trans>
                    </dt>
                    <dd>{format.integer(own.deliveries.accepted)}</dd>
                  </div>
                  <div>
                    <dt>
                      <Trans>En conflit</Trans>
                    </dt>
                    <dd>{format.integer(own.deliveries.conflicts)}</dd>
                  </div>
                  <div>
                    <dt>
                      <Trans>Horloge en avance</Trans>
                    </dt>
                    <dd>{format.integer(own.skewed)}</dd>
                  </div>
                </dl>
                <p className="soft small">
                  {own.coverage === null ? (
                    <Trans>Le rythme n’est pas encore connu : il faut deux semaines du même jour et de la même heure.</Trans>
                  ) : (
                    <Trans>
                      Jusqu’au {format.instant(told.until)}. Le rythme d’une heure est la moyenne des huit semaines précédentes, même jour et même heure, sans les plus
                      hautes ni les plus basses. Un silence est signalé quand, dans les trois quarts au moins de ces semaines, les mêmes heures ont apporté 8 livraisons ou plus.
                    </Trans>
                  )}
                </p>
                {own.gaps.length ? (
                  // Folded: how many there are is known last, and what stands below must not move then.
                  <details>
                    <summary>
                      <Plural value={own.gaps.length} one="# silence dans cette période" other="# silences dans cette période" />
                      {open ? (
                        <>
                          {' '}
                          <span className="late">
                            <Plural value={open} one="# non expliqué" other="# non expliqués" />
                          </span>
                        </>
                      ) : null}
                    </summary>
                    <ScrollRegion label={t`Silences de la période`}>
                      <table className="ledger cards">
                        <Heads labels={Object.values(heads)} numbers={[heads.missing]} />
                        <tbody>
                          {own.gaps.map((gap) => (
                            <GapRow key={gap.id} gap={gap} heads={heads} mayExplain={manages && here} />
                          ))}
                        </tbody>
                      </table>
                    </ScrollRegion>
                  </details>
                ) : (
                  <p className="soft">
                    <Trans>Aucun silence inhabituel dans cette période.</Trans>
                  </p>
                )}
              </>
            )
          }}
        </Answer>
      </div>
      {manages && here ? <LimitForm key={source.source_id} sourceId={source.source_id} minutes={source.silence.alert_minutes} /> : null}
    </section>
  )
}

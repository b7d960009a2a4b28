import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Quarter } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'
import { ScrollRegion } from '../ui/ScrollRegion'
import { useLabel } from './label'
import { gapOf, meanOf, scoreOf } from './means'
import { ScoreForm } from './ScoreForm'

const BOTH = ['donneur_ordre', 'sous_traitant'] as const

interface QuarterPanelProps {
  contractId: string
  quarter: Quarter
  side: Side | null
  manages: boolean
}

/** One quarter: who has given theirs, and what both say once that is unsealed. */
export function QuarterPanel({ contractId, quarter, side, manages }: QuarterPanelProps) {
  const { t } = useLingui()
  const format = useFormat()
  const label = useLabel()
  const [writing, setWriting] = useState(false)
  const [year = '', number = ''] = quarter.quarter.split('-Q')
  const title = t`Trimestre ${number} de ${year}`
  const own = side ? quarter[side] : null
  const given = BOTH.some((one) => quarter[one])
  const score = (value: number | null) => (value === null ? '–' : format.amount(value, 'points'))
  return (
    <section className="panel">
      <h2 className="ruled">{title}</h2>
      <ul className="plain">
        {BOTH.map((one) => {
          const submission = quarter[one]
          return (
            <li key={one}>
              <PartyMark side={one} />{' '}
              {submission ? (
                <>
                  <Trans>a évalué l’autre partie le {format.instant(submission.written_at, true)}</Trans>
                  {submission.sealed ? (
                    <>
                      {' '}
                      — <Trans>notes scellées</Trans>
                    </>
                  ) : null}
                </>
              ) : quarter.state === 'over' ? (
                <Trans>n’a pas évalué l’autre partie</Trans>
              ) : (
                <Trans>n’a pas encore évalué l’autre partie</Trans>
              )}
            </li>
          )
        })}
      </ul>
      {quarter.state === 'open' ? (
        <p className="soft small">
          <Trans>Ouverte jusqu’au {format.instant(quarter.closes_at, true)}.</Trans>
        </p>
      ) : null}
      {given ? (
        <ScrollRegion label={title}>
          <table className="evaluation-table">
            <thead>
              <tr>
                <th scope="col"><Trans>Critère</Trans></th>
                <th scope="col"><Trans>Le donneur d’ordre dit du prestataire</Trans></th>
                <th scope="col"><Trans>Le prestataire dit du donneur d’ordre</Trans></th>
                <th scope="col"><Trans>Écart</Trans></th>
              </tr>
            </thead>
            <tbody>
              {quarter.criteria.map((one) => {
                const gap = gapOf(quarter, one.code)
                return (
                  <tr key={one.code}>
                    <th scope="row">{label(one)}</th>
                    {BOTH.map((each) => {
                      const words = quarter[each]?.scores.find((two) => two.code === one.code)?.comment
                      return (
                        <td key={each}>
                          {score(scoreOf(quarter[each], one.code))}
                          {words ? (
                            <span className="under small evaluation-words" lang="" dir="auto">
                              {words}
                            </span>
                          ) : null}
                        </td>
                      )
                    })}
                    <td>{gap === null ? '–' : format.difference(gap, 'count')}</td>
                  </tr>
                )
              })}
              <tr className="whole">
                <th scope="row"><Trans>Moyenne</Trans></th>
                {BOTH.map((each) => (
                  <td key={each}>{score(meanOf(quarter[each]))}</td>
                ))}
                <td>–</td>
              </tr>
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
      {BOTH.map((one) =>
        quarter[one]?.comment ? (
          <p key={one} className="prose evaluation-words" dir="auto">
            <PartyMark side={one} size={12} /> <span lang="">{quarter[one]?.comment}</span>
          </p>
        ) : null,
      )}
      {manages && side && quarter.state === 'open' ? (
        writing ? (
          <ScoreForm contractId={contractId} quarter={quarter} side={side} onDone={() => setWriting(false)} />
        ) : (
          <button type="button" className={own ? 'button-quiet no-print' : 'button no-print'} onClick={() => setWriting(true)}>
            {own ? <Trans>Corriger notre évaluation</Trans> : <Trans>Évaluer l’autre partie</Trans>}
          </button>
        )
      ) : null}
    </section>
  )
}

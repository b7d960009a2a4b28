import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Contract } from '../api/types'
import { currentMonth, nextMonth, previousMonth, shiftMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { CopyLink } from '../ui/CopyLink'
import { Icon } from '../ui/Icon'
import type { Comparison, View } from './view'

const COMPARISONS: Comparison[] = ['mois', 'annee', 'aucune']

/** Which month, compared with which: both in the address. */
export function PeriodBar({ contract, view }: { contract: Contract; view: View }) {
  const { t } = useLingui()
  const format = useFormat()
  const navigate = useNavigate()
  const { period, comparison } = view
  const last = currentMonth(contract.zone)
  const months = monthsBetween(contract.starts_on.slice(0, 7), last, period)
  const keep = (change: { periode?: string; comparer?: Comparison }) =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), resetScroll: false })
  const step = (to: string, icon: 'previous' | 'next', label: string, allowed: boolean) =>
    allowed ? (
      <Link to="." search={(before) => ({ ...before, periode: to })} className="button-quiet square" resetScroll={false} title={format.monthTitle(to)}>
        <Icon name={icon} />
        <span className="visually-hidden">{label}</span>
      </Link>
    ) : (
      <span className="button-quiet square off" aria-hidden="true">
        <Icon name={icon} />
      </span>
    )
  const labels: Record<Comparison, string> = {
    mois: t`le mois précédent`,
    annee: t`le même mois de l’an passé`,
    aucune: t`rien`,
  }
  return (
    <div className="period-bar no-print">
      {step(previousMonth(period), 'previous', t`Mois précédent`, period > (months.at(-1) ?? period))}
      <label className="inline-field">
        <span className="visually-hidden">
          <Trans>Mois</Trans>
        </span>
        <select value={period} onChange={(event) => keep({ periode: event.target.value })}>
          {months.map((month) => (
            <option key={month} value={month}>
              {format.monthTitle(month)}
            </option>
          ))}
        </select>
      </label>
      {step(nextMonth(period), 'next', t`Mois suivant`, period < last)}
      <label className="inline-field">
        <span>
          <Trans>Comparer à</Trans>
        </span>
        <select value={comparison} onChange={(event) => keep({ comparer: event.target.value as Comparison })}>
          {COMPARISONS.map((one) => (
            <option key={one} value={one}>
              {labels[one]}
            </option>
          ))}
        </select>
      </label>
      <CopyLink frozen={{ periode: period, comparer: comparison }} />
    </div>
  )
}

/** Newest first, from the contract's start to now; the shown month is always among them. */
function monthsBetween(first: string, last: string, shown: string): string[] {
  const months: string[] = []
  for (let month = last > shown ? last : shown; month >= (first < shown ? first : shown); month = shiftMonth(month, -1)) months.push(month)
  return months.slice(0, 240)
}

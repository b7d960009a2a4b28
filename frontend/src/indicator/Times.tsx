import { Trans } from '@lingui/react/macro'
import type { Explanation } from '../api/types'
import { useFormat } from '../format/use-format'
import { OWNERS } from '../setup/delays'
import { useOwners } from '../setup/owners'

type Shares = NonNullable<Explanation['times']>

/** Indicators of time, which say whose it was. */
export const TIMED = new Set(['frt', 'frt_business', 'ttr', 'ttr_contractual', 'sla_first_response', 'sla_resolution', 'backlog'])

/** Whose the unsolved time of the counted tickets was; the four parts are the whole. */
export function Times({ times, tickets }: { times: Shares; tickets: number }) {
  const format = useFormat()
  const owners = useOwners()
  const rows = OWNERS.map((owner) => ({ key: owner, label: owners.time(owner), seconds: times[`${owner}_s`] }))
  const each = (seconds: number) => (tickets > 0 ? format.duration(Math.round(seconds / tickets)) : '–')
  return (
    <div>
      <h3>
        <Trans>À qui est le temps</Trans>
      </h3>
      <table className="ledger waterfall">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">
              <Trans>Temps</Trans>
            </th>
            <th scope="col">
              <Trans>En moyenne par ticket</Trans>
            </th>
            <th scope="col">
              <Trans>Part</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, seconds }, index) => {
            const before = rows.slice(0, index).reduce((sum, one) => sum + one.seconds, 0)
            return (
              <tr key={key} className={key === 'sous_traitant' ? 'waterfall-numerator' : 'waterfall-not'}>
                <th scope="row">{label}</th>
                <td className="number">{each(seconds)}</td>
                <td className="waterfall-bar" aria-hidden="true">
                  <i style={{ marginLeft: `${percent(before, times.total_s)}%`, width: `${percent(seconds, times.total_s)}%` }} />
                </td>
              </tr>
            )
          })}
          <tr className="waterfall-all">
            <th scope="row">
              <Trans>Ensemble</Trans>
            </th>
            <td className="number">{each(times.total_s)}</td>
            <td className="waterfall-bar" aria-hidden="true">
              <i style={{ width: '100%' }} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="soft small">
        <Trans>Temps pendant lequel les tickets comptés n’étaient pas résolus, jour et nuit, en moyenne par ticket.</Trans>
      </p>
    </div>
  )
}

/** The same of one ticket, in a line. */
export function TicketTimes({ times, priority }: { times: Shares | null; priority: string | null }) {
  const format = useFormat()
  const owners = useOwners()
  if (!times) return null
  const parts = OWNERS.filter((owner) => times[`${owner}_s`] > 0).map((owner) => `${owners.time(owner)} ${format.duration(times[`${owner}_s`])}`)
  return (
    <p className="soft small">
      {priority ? <Trans>Priorité {priority}. </Trans> : null}
      <Trans>
        Non résolu pendant {format.duration(times.total_s)} : {parts.join(', ') || '–'}.
      </Trans>
    </p>
  )
}

const percent = (part: number, whole: number) => (whole > 0 ? (part / whole) * 100 : 0)

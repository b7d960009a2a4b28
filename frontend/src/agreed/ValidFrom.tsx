import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { dayIn, midnightIn } from '../format/dates'

interface ValidFromProps {
  /** What the version judges, by which of its instants. */
  legend: ReactNode
  /** « Those … from », before the day. */
  those: ReactNode
  zone: string
  /** Null: from the beginning. */
  value: string | null
  onChange: (value: string | null) => void
}

/** From when a version rules: from the beginning, or from a day of the contract's zone. */
export function ValidFrom({ legend, those, zone, value, onChange }: ValidFromProps) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <label className="line">
        <input type="radio" checked={value === null} onChange={() => onChange(null)} />
        <Trans>Tous, depuis le début</Trans>
      </label>
      <label className="line">
        <input type="radio" checked={value !== null} onChange={() => onChange(midnightIn(zone, dayIn(zone, new Date())))} />
        {those}
      </label>
      {value === null ? null : (
        <label className="field">
          <span className="visually-hidden">
            <Trans>Premier jour</Trans>
          </span>
          <input
            type="date"
            required
            value={dayIn(zone, new Date(value))}
            onChange={(event) => event.target.value && onChange(midnightIn(zone, event.target.value))}
          />
        </label>
      )}
    </fieldset>
  )
}

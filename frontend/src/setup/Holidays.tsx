import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract, Schedule } from '../api/types'
import { useFormat } from '../format/use-format'
import { useToday } from '../format/use-today'
import { Field } from './Field'
import { publicHolidays } from './write'

type Days = NonNullable<Schedule['holidays']>
export const dateOf = (one: Days[number]) => (typeof one === 'string' ? one : one.date)
const YEARS_WITHOUT_END = 2
const MOST_YEARS = 10

/** Days off: those of France are proposed for the years of the contract, and each can be taken out or added. */
export function Holidays({ contract, holidays, change }: { contract: Contract; holidays: Days; change: (days: Days) => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const [names, setNames] = useState<Record<string, string>>({})
  const [more, setMore] = useState(useToday())
  const first = Number(contract.starts_on.slice(0, 4))
  const last = Math.min(contract.ends_on ? Number(contract.ends_on.slice(0, 4)) : first + YEARS_WITHOUT_END, first + MOST_YEARS - 1)
  const add = (days: readonly string[]) => {
    const known = new Set(holidays.map(dateOf))
    change([...holidays, ...days.filter((one) => !known.has(one))].toSorted((a, b) => dateOf(a).localeCompare(dateOf(b))))
  }
  const propose = useMutation({
    mutationFn: () => publicHolidays(first, last),
    onSuccess: (found) => {
      setNames({ ...names, ...Object.fromEntries(found.map((one) => [one.date, one.name])) })
      add(found.map((one) => one.date))
    },
  })
  return (
    <div className="holidays">
      <p role="status">
        <Plural value={holidays.length} _0="Aucun jour fermé." one="# jour fermé." other="# jours fermés." />
      </p>
      <div className="acts">
        <button type="button" className="button-quiet" disabled={propose.isPending} onClick={() => propose.mutate()}>
          <Trans>
            Proposer les jours fériés de France, {first} à {last}
          </Trans>
        </button>
        {propose.isError ? (
          <span className="field-error" role="alert">
            <Trans>La liste n’a pas pu être lue. Réessayez.</Trans>
          </span>
        ) : null}
      </div>
      <div className="field-row">
        <Field label={t`Autre jour fermé`}>
          <input type="date" value={more} onChange={(event) => setMore(event.target.value)} />
        </Field>
        <button type="button" className="link-button" onClick={() => more && add([more])}>
          <Trans>Ajouter ce jour</Trans>
        </button>
      </div>
      {holidays.length ? (
        <details>
          <summary>
            <Trans>Voir et corriger la liste</Trans>
          </summary>
          <ul className="plain holiday-list">
            {holidays.map((one) => {
              const date = dateOf(one)
              return (
                <li key={date}>
                  <span>
                    {format.day(date, 'full')} {names[date] ? <span className="soft small">{names[date]}</span> : null}
                  </span>
                  <button
                    type="button"
                    className="link-button small"
                    onClick={() => change(holidays.filter((other) => other !== one))}
                  >
                    <Trans>Retirer</Trans> <span className="visually-hidden">{format.day(date, 'full')}</span>
                  </button>
                </li>
              )
            })}
          </ul>
        </details>
      ) : null}
    </div>
  )
}

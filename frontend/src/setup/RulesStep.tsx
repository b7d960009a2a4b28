import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import type { Contract, Terms } from '../api/types'
import { amountOf, typedOf } from './amounts'
import { Field } from './Field'
import { Refused } from './Refused'
import { changed, USUAL_REOPEN_HOURS, useDraftTerms } from './terms'
import { useWrite, writeTerms } from './write'

export function RulesStep({ contract, mayWrite }: { contract: Contract; mayWrite: boolean }) {
  const now = useDraftTerms(contract)
  if (now === undefined) return <div className="skeleton" style={{ height: 300 }} aria-busy="true" />
  return <RulesForm key={now?.id ?? 'none'} contract={contract} now={now} mayWrite={mayWrite} />
}

const typed = (seconds: number | null | undefined, usual: string) => (seconds ? typedOf('s', String(seconds)) : usual)

/** How long a solved ticket may come back, and how fast an answer and a solution are promised. */
function RulesForm({ contract, now, mayWrite }: { contract: Contract; now: Terms | null; mayWrite: boolean }) {
  const { t } = useLingui()
  const names = Object.keys(now?.schedules ?? {})
  const [days, setDays] = useState(String((now?.reopen_window_hours ?? USUAL_REOPEN_HOURS) / 24))
  const [schedule, setSchedule] = useState(now?.sla ? (now.sla.schedule ?? '') : (names[0] ?? ''))
  const [first, setFirst] = useState(typed(now?.sla?.first_response_target_seconds, '60'))
  const [solved, setSolved] = useState(typed(now?.sla?.resolution_target_seconds, '480'))
  const [asked, setAsked] = useState(false)
  const write = useWrite(writeTerms(contract.id))
  const seconds = { first: Number(amountOf('s', first) ?? 0), solved: Number(amountOf('s', solved) ?? 0) }
  const hours = Math.round(Number(days.replace(',', '.')) * 24)
  const wrong = { days: !(hours > 0), first: !(seconds.first > 0), solved: !(seconds.solved > 0) }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (wrong.days || wrong.first || wrong.solved) return
    const sla = { schedule: schedule || null, first_response_target_seconds: seconds.first, resolution_target_seconds: seconds.solved }
    write.mutate(changed(contract, now, { reopen_window_hours: hours, sla }))
  }
  return (
    <form className="set-up-form" onSubmit={submit}>
      <fieldset disabled={!mayWrite} className="bare">
        <Field label={t`Fenêtre de réouverture, en jours`} hint={<Trans>Un ticket rouvert dans ce délai n’était pas résolu.</Trans>}>
          <input inputMode="decimal" required aria-invalid={asked && wrong.days} value={days} onChange={(event) => setDays(event.target.value)} />
        </Field>
        <Field label={t`Première réponse promise`} hint={<Trans>En minutes, ou « 1 h 30 ».</Trans>}>
          <input required aria-invalid={asked && wrong.first} value={first} onChange={(event) => setFirst(event.target.value)} />
        </Field>
        <Field label={t`Résolution promise`} hint={<Trans>En minutes, ou « 8 h ».</Trans>}>
          <input required aria-invalid={asked && wrong.solved} value={solved} onChange={(event) => setSolved(event.target.value)} />
        </Field>
        <Field label={t`Temps compté dans l’horaire`}>
          <select value={schedule} onChange={(event) => setSchedule(event.target.value)}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
            <option value="">{t`jour et nuit, tous les jours`}</option>
          </select>
        </Field>
        {asked && (wrong.days || wrong.first || wrong.solved) ? (
          <p className="field-error" role="alert">
            <Trans>Les durées doivent être plus grandes que zéro.</Trans>
          </p>
        ) : null}
        <div className="acts">
          <button className="button" disabled={write.isPending}>
            <Trans>Enregistrer les délais</Trans>
          </button>
        </div>
      </fieldset>
      <Refused error={write.error} labels={{ reopen_window_hours: t`Fenêtre de réouverture`, sla: t`Délais promis` }} />
    </form>
  )
}

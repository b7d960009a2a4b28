import { Trans, useLingui } from '@lingui/react/macro'
import { isWrong, type Typed } from './delays'
import { Field } from './Field'

interface PriorityFieldsProps {
  priorities: readonly Typed[]
  schedules: readonly string[]
  asked: boolean
  change: (priorities: Typed[]) => void
}

/** Delays of their own for some priorities, whole, in the place of the general ones. */
export function PriorityFields({ priorities, schedules, asked, change }: PriorityFieldsProps) {
  const { t } = useLingui()
  const set = (place: number, part: Partial<Typed>) => change(priorities.map((one, index) => (index === place ? { ...one, ...part } : one)))
  return (
    <>
      {priorities.map((one, place) => (
        <fieldset className="schedule" key={place}>
          <legend>
            <Trans>Délais d’une priorité</Trans>
          </legend>
          <Field label={t`Priorités concernées`} hint={<Trans>Comme l’outil les écrit à la création du ticket ; plusieurs se séparent par une virgule.</Trans>}>
            <input required maxLength={500} aria-invalid={asked && isWrong(one, true)} value={one.names} onChange={(event) => set(place, { names: event.target.value })} />
          </Field>
          <div className="field-row">
            <Field label={t`Première réponse`}>
              <input value={one.first} aria-invalid={asked && isWrong(one, true)} onChange={(event) => set(place, { first: event.target.value })} />
            </Field>
            <Field label={t`Résolution`}>
              <input value={one.solved} aria-invalid={asked && isWrong(one, true)} onChange={(event) => set(place, { solved: event.target.value })} />
            </Field>
          </div>
          <ScheduleChoice schedule={one.schedule} schedules={schedules} change={(schedule) => set(place, { schedule })} />
          <button type="button" className="link-button" onClick={() => change(priorities.filter((_, index) => index !== place))}>
            <Trans>Retirer cette priorité</Trans>
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="link-button"
        onClick={() => change([...priorities, { names: '', first: '', solved: '', schedule: schedules[0] ?? '' }])}
      >
        <Trans>Promettre d’autres délais à une priorité</Trans>
      </button>
    </>
  )
}

export function ScheduleChoice({ schedule, schedules, change }: { schedule: string; schedules: readonly string[]; change: (schedule: string) => void }) {
  const { t } = useLingui()
  return (
    <Field label={t`Temps compté dans l’horaire`}>
      <select value={schedule} onChange={(event) => change(event.target.value)}>
        {schedules.map((name) => (
          <option key={name}>{name}</option>
        ))}
        <option value="">{t`jour et nuit, tous les jours`}</option>
      </select>
    </Field>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { OWNERS, type Clocks, type Owner, type Waiting } from './delays'
import { Field } from './Field'
import { useOwners } from './owners'

interface ClockFieldsProps {
  clocks: Clocks
  waiting: readonly Waiting[]
  change: (clocks: Clocks, waiting: readonly Waiting[]) => void
}

type Stop = 'first_response_stops' | 'resolution_stops' | 'time_leaves_out'

/** Whose time it is while a ticket waits, and whose time each promise does not count. */
export function ClockFields({ clocks, waiting, change }: ClockFieldsProps) {
  const { t } = useLingui()
  const set = (part: Partial<Clocks>) => change({ ...clocks, ...part }, waiting)
  const replace = (place: number, next: Waiting) => change(clocks, waiting.map((one, index) => (index === place ? next : one)))
  const stops: [Stop, string][] = [
    ['resolution_stops', t`La résolution promise ne compte pas`],
    ['first_response_stops', t`La première réponse promise ne compte pas`],
    ['time_leaves_out', t`Le délai de résolution contractuel ne compte pas`],
  ]
  return (
    <fieldset className="schedule">
      <legend>
        <Trans>Qui fait attendre</Trans>
      </legend>
      <p className="soft small">
        <Trans>Un ticket nouveau ou ouvert est au prestataire. Quand il attend, dites à qui est ce temps.</Trans>
      </p>
      <div className="field-row">
        <OwnerChoice label={t`En attente du client (« pending »)`} owner={clocks.pending} change={(pending) => set({ pending })} />
        <OwnerChoice label={t`En suspens (« hold »), sans autre motif`} owner={clocks.hold} change={(hold) => set({ hold })} />
      </div>
      {waiting.map(([reason, owner], place) => (
        <div className="field-row" key={place}>
          <Field label={t`En suspens pour le motif`}>
            <input required maxLength={200} value={reason} onChange={(event) => replace(place, [event.target.value, owner])} />
          </Field>
          <OwnerChoice label={t`À qui est ce temps`} owner={owner} change={(next) => replace(place, [reason, next])} />
          <button type="button" className="link-button" onClick={() => change(clocks, waiting.filter((_, index) => index !== place))}>
            <Trans>Retirer ce motif</Trans>
          </button>
        </div>
      ))}
      <button type="button" className="link-button" onClick={() => change(clocks, [...waiting, ['', 'donneur_ordre']])}>
        <Trans>Ajouter un motif de suspens</Trans>
      </button>
      {stops.map(([field, label]) => (
        <Stops key={field} label={label} chosen={clocks[field] ?? []} change={(owners) => set({ [field]: owners })} />
      ))}
    </fieldset>
  )
}

function OwnerChoice({ label, owner, change }: { label: string; owner: Owner; change: (owner: Owner) => void }) {
  const owners = useOwners()
  return (
    <Field label={label}>
      <select value={owner} onChange={(event) => change(event.target.value as Owner)}>
        {OWNERS.map((one) => (
          <option key={one} value={one}>
            {owners.time(one)}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Stops({ label, chosen, change }: { label: string; chosen: readonly Owner[]; change: (owners: Owner[]) => void }) {
  const owners = useOwners()
  return (
    <div role="group" aria-label={label}>
      <span className="small">{label}</span>
      <div className="days">
        {OWNERS.filter((one) => one !== 'sous_traitant').map((one) => (
          <label key={one} className="choice-line">
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={(event) => change(OWNERS.filter((other) => (other === one ? event.target.checked : chosen.includes(other))))}
            />
            {owners.time(one)}
          </label>
        ))}
      </div>
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { faultsOf } from '../api/problems'
import { useToday } from '../format/use-today'
import { Field } from '../ui/Field'
import { record, requestsQuery, type Kind, type Reference, type ReferenceKind, type Side } from './queries'
import { REFERENCE_KINDS, useRightsWords } from './words'

const EMPTY: Reference = { kind: 'email', value: '' }
const MOST_REFERENCES = 10

/** What an end customer asked, when, and how they are found. */
export function RequestForm({ contractId, onDone }: { contractId: string; onDone: () => void }) {
  const { t } = useLingui()
  const words = useRightsWords()
  const today = useToday()
  const queries = useQueryClient()
  const [kind, setKind] = useState<Kind>('access')
  const [received, setReceived] = useState(today)
  const [charge, setCharge] = useState<Side>('donneur_ordre')
  const [own, setOwn] = useState('')
  const [references, setReferences] = useState<Reference[]>([EMPTY])
  const write = useMutation({
    mutationFn: () =>
      record(contractId, {
        kind,
        received_on: received,
        in_charge: charge,
        case_reference: own.trim() || null,
        references: references.map((one) => ({ ...one, value: one.value.trim() })),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries(requestsQuery(contractId))
      onDone()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate()
  }
  const change = (place: number, changed: Partial<Reference>) => setReferences(references.map((one, at) => (at === place ? { ...one, ...changed } : one)))
  const wrong = faultsOf(write.error)
  return (
    <form className="rights-form" onSubmit={submit} aria-label={t`Inscrire une demande`}>
      <div className="field-row">
        <Field label={t`Droit exercé`}>
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            <option value="access">{words.kind('access')}</option>
            <option value="erasure">{words.kind('erasure')}</option>
          </select>
        </Field>
        <Field label={t`Reçue le`}>
          <input type="date" required max={today} min="2018-05-25" value={received} aria-invalid={wrong.includes('received_on')} onChange={(event) => setReceived(event.target.value)} />
        </Field>
        <Field label={t`Qui répond à la personne`}>
          <select value={charge} onChange={(event) => setCharge(event.target.value as Side)}>
            <option value="donneur_ordre">{words.side('donneur_ordre')}</option>
            <option value="sous_traitant">{words.side('sous_traitant')}</option>
          </select>
        </Field>
        <Field label={t`Votre numéro de dossier (facultatif)`} hint={<Trans>Sans nom : les deux parties le lisent.</Trans>}>
          <input maxLength={60} autoComplete="off" value={own} onChange={(event) => setOwn(event.target.value)} />
        </Field>
      </div>
      <fieldset>
        <legend>
          <Trans>Comment la personne est retrouvée</Trans>
        </legend>
        <p className="soft small">
          <Trans>Ces références sont chiffrées, montrées à personne, et oubliées dès que la demande est close. Il en reste un pseudonyme.</Trans>
        </p>
        {references.map((one, place) => (
          // In the order they were added, which does not change.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={place} className="field-row">
            <Field label={t`Sorte de référence ${place + 1}`}>
              <select value={one.kind} onChange={(event) => change(place, { kind: event.target.value as ReferenceKind })}>
                {REFERENCE_KINDS.map((each) => (
                  <option key={each} value={each}>
                    {words.reference(each)}
                  </option>
                ))}
              </select>
            </Field>
            <Field label={t`Référence ${place + 1}`}>
              <input
                required
                maxLength={200}
                type={one.kind === 'email' ? 'email' : 'text'}
                autoComplete="off"
                spellCheck={false}
                value={one.value}
                aria-invalid={wrong.some((field) => field.startsWith(`references.${place}`))}
                onChange={(event) => change(place, { value: event.target.value })}
              />
            </Field>
          </div>
        ))}
        <button type="button" className="button-quiet" disabled={references.length >= MOST_REFERENCES} onClick={() => setReferences([...references, EMPTY])}>
          <Trans>Ajouter une référence</Trans>
        </button>
      </fieldset>
      {write.error ? (
        <p className="field-error" role="alert">
          {wrong.includes('received_on') ? (
            <Trans>La date de réception ne peut pas être dans le futur.</Trans>
          ) : wrong.length ? (
            <Trans>Une référence n’a pas la forme attendue.</Trans>
          ) : (
            <Trans>La demande n’a pas été inscrite. Réessayez dans un instant.</Trans>
          )}
        </p>
      ) : null}
      <div className="rights-acts">
        <button className="button" disabled={write.isPending}>
          <Trans>Inscrire la demande</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}

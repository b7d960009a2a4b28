import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { faultsOf, isStatus } from '../api/problems'
import type { Contract, Survey } from '../api/types'
import { organisationNamesQuery } from '../contracts/queries'
import { Field } from '../ui/Field'
import { surveysQuery, write, type NewSurvey } from './queries'
import { SURVEY_KINDS, useSurveyWords, type SurveyKind } from './words'

interface SurveyFormProps {
  contract: Contract
  held: Survey | null
  onDone: () => void
}

const EMPTY = { kind: 'nps', brand: '', asks_solved: true, asks_comment: true, open_days: 14, rest_days: 30, kept_months: 24, rights_contact: '', active: true } as const

/** What a survey asks and tells; a change says what was read, so that nobody overwrites unseen. */
export function SurveyForm({ contract, held, onDone }: SurveyFormProps) {
  const { t } = useLingui()
  const words = useSurveyWords()
  const queries = useQueryClient()
  const names = useQuery(organisationNamesQuery).data ?? {}
  const nameOf = (side: Survey['controller_side']) => names[side === 'donneur_ordre' ? contract.donneur_ordre_id : contract.sous_traitant_id] ?? ''
  const [said, setSaid] = useState<Partial<NewSurvey>>({})
  const start: NewSurvey = held ?? { ...EMPTY, languages: ['fr', 'en'], controller_side: 'donneur_ordre', controller_name: '' }
  const side = said.controller_side ?? start.controller_side
  const shown: NewSurvey = {
    ...fieldsOf(start),
    brand: start.brand || nameOf('donneur_ordre'),
    // Another party has another name, unless one was typed.
    controller_name: held && side === held.controller_side ? held.controller_name : nameOf(side),
    ...said,
  }
  const change = (more: Partial<NewSurvey>) => setSaid({ ...said, ...more })
  const save = useMutation({
    mutationFn: () => write(contract.id, held, shown),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: surveysQuery(contract.id).queryKey.slice(0, 2) })
      onDone()
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate()
  }
  const wrong = faultsOf(save.error).map((field) => field.split('.')[0])
  const number = (name: 'open_days' | 'rest_days' | 'kept_months', least: number, most: number) => (
    <input type="number" required min={least} max={most} value={shown[name]} aria-invalid={wrong.includes(name)} onChange={(event) => change({ [name]: event.target.valueAsNumber || 0 })} />
  )
  const tick = (name: 'asks_solved' | 'asks_comment' | 'active', label: string) => (
    <label className="choice">
      <input type="checkbox" checked={shown[name]} onChange={(event) => change({ [name]: event.target.checked })} />
      {label}
    </label>
  )
  const label = held ? t`Modifier l’enquête` : t`Créer une enquête`
  return (
    <form className="survey-form" onSubmit={submit} aria-label={label}>
      <div className="field-row">
        <Field label={t`Question`}>
          <select value={shown.kind} onChange={(event) => change({ kind: event.target.value as SurveyKind })}>
            {SURVEY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words.kind(kind)}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t`Marque`} hint={<Trans>Celle que les clients connaissent : elle est dans la question.</Trans>}>
          <input required maxLength={80} value={shown.brand} aria-invalid={wrong.includes('brand')} onChange={(event) => change({ brand: event.target.value })} />
        </Field>
        <Field label={t`Langues`}>
          <select value={shown.languages.join()} onChange={(event) => change({ languages: event.target.value.split(',') as NewSurvey['languages'] })}>
            <option value="fr,en">{t`Français et anglais`}</option>
            <option value="en,fr">{t`Anglais et français`}</option>
            <option value="fr">{t`Français`}</option>
            <option value="en">{t`Anglais`}</option>
          </select>
        </Field>
      </div>
      <fieldset className="field">
        <legend>
          <Trans>Après la note</Trans>
        </legend>
        <div className="field">
          {tick('asks_solved', t`Demander si c’était résolu au premier contact`)}
          {tick('asks_comment', t`Laisser écrire un commentaire`)}
        </div>
      </fieldset>
      <div className="field-row">
        <Field label={t`Jours pour répondre`}>{number('open_days', 1, 90)}</Field>
        <Field label={t`Jours de repos`} hint={<Trans>Un client du contrat n’est pas invité deux fois dans ce délai.</Trans>}>
          {number('rest_days', 0, 365)}
        </Field>
        <Field label={t`Mois de conservation`} hint={<Trans>Annoncés au client, puis les mots sont effacés ; les notes restent.</Trans>}>
          {number('kept_months', 1, 60)}
        </Field>
      </div>
      <div className="field-row">
        <Field label={t`Responsable des données`}>
          <select value={side} onChange={(event) => change({ controller_side: event.target.value as Survey['controller_side'] })}>
            <option value="donneur_ordre">{words.side('donneur_ordre')}</option>
            <option value="sous_traitant">{words.side('sous_traitant')}</option>
          </select>
        </Field>
        <Field label={t`Nom du responsable, lu par les clients`}>
          <input required maxLength={120} value={shown.controller_name} aria-invalid={wrong.includes('controller_name')} onChange={(event) => change({ controller_name: event.target.value })} />
        </Field>
        <Field label={t`Adresse pour exercer ses droits`} hint={<Trans>Adresse e-mail, ou page web.</Trans>}>
          <input required maxLength={500} autoComplete="off" spellCheck={false} value={shown.rights_contact} aria-invalid={wrong.includes('rights_contact')} onChange={(event) => change({ rights_contact: event.target.value })} />
        </Field>
      </div>
      <div className="field">{tick('active', t`Ouverte : des clients peuvent être invités et répondre`)}</div>
      {save.error ? (
        <p className="field-error" role="alert">
          {isStatus(save.error, 412) ? (
            <Trans>Quelqu’un a modifié cette enquête entre-temps : fermez ce formulaire, relisez-la, puis recommencez.</Trans>
          ) : wrong.includes('rights_contact') ? (
            <Trans>L’adresse pour exercer ses droits n’est ni une adresse e-mail ni une page web.</Trans>
          ) : wrong.length ? (
            <Trans>Un champ n’a pas la forme attendue.</Trans>
          ) : (
            <Trans>L’enquête n’a pas été enregistrée. Réessayez dans un instant.</Trans>
          )}
        </p>
      ) : null}
      <div className="survey-acts">
        <button className="button" disabled={save.isPending}>
          {held ? <Trans>Enregistrer</Trans> : <Trans>Créer l’enquête</Trans>}
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}

/** What may be written of a survey: not who wrote it, nor when. */
const fieldsOf = ({ kind, brand, languages, asks_solved, asks_comment, open_days, rest_days, kept_months, controller_side, controller_name, rights_contact, active }: NewSurvey): NewSurvey => ({
  kind, brand, languages, asks_solved, asks_comment, open_days, rest_days, kept_months, controller_side, controller_name, rights_contact, active,
})

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Answer } from '../ui/Answer'
import { Field } from '../ui/Field'
import { chosenOf, fieldsOf, type ChosenFields } from './fields'
import { questionsQuery, type Role, type SurveyQuestion, type Tool } from './queries'
import { ALL_ROLES, useToolWords } from './words'
import type { useToolWrites } from './writes'

interface FieldsFormProps {
  contractId: string
  tool: Tool
  may: boolean
  map: ReturnType<typeof useToolWrites>['map']
}

/** Which question is which: by the names that the tool sent, never by what was answered. */
export function FieldsForm({ contractId, tool, may, map }: FieldsFormProps) {
  const { t } = useLingui()
  const words = useToolWords()
  const questions = useQuery(questionsQuery(contractId, tool.id))
  const [chosen, setChosen] = useState<ChosenFields>(() => chosenOf(tool.fields))
  const choose = (role: Role, field: string) => {
    // One field is one thing: whichever had it lets go of it.
    const freed = Object.entries(chosen.fields).filter(([other, had]) => other !== role && had !== field)
    setChosen({ ...chosen, fields: { ...Object.fromEntries(freed), ...(field ? { [role]: field } : {}) } })
  }
  const named = ({ id, title, deliveries }: SurveyQuestion) => (title ? t`${title} (${id})` : deliveries ? id : t`${id} (pas encore vue)`)
  return (
    <Answer query={questions} height={220}>
      {({ items }) => (
        <form
          className="connect-form"
          aria-label={t`Questions de l’enquête`}
          onSubmit={(event) => {
            event.preventDefault()
            map.mutate(fieldsOf(chosen))
          }}
        >
          <p>
            {items.length ? (
              <Trans>Les questions des dernières livraisons, par leur nom dans l’outil ; les réponses ne sont jamais montrées ici.</Trans>
            ) : (
              <Trans>Envoyez d’abord une réponse d’essai depuis l’outil : les questions s’afficheront ici d’elles-mêmes. Ce qui arrive est gardé et sera relu.</Trans>
            )}
          </p>
          <fieldset className="mapping" disabled={!may || map.isPending}>
            <legend>
              <Trans>Questions de l’enquête</Trans>
            </legend>
            {ALL_ROLES.map((role) => (
              <Field key={role} label={words.role(role)}>
                <select value={chosen.fields[role] ?? ''} onChange={(event) => choose(role, event.target.value)}>
                  <option value="">{t`aucune`}</option>
                  {items.map((one) => (
                    <option key={one.id} value={one.id}>
                      {named(one)}
                    </option>
                  ))}
                </select>
              </Field>
            ))}
            {chosen.fields.csat ? (
              <Field label={t`Note la plus haute de la satisfaction`}>
                <input
                  type="number"
                  min={1}
                  max={1000}
                  required
                  value={chosen.scale}
                  onChange={(event) => setChosen({ ...chosen, scale: event.target.value })}
                />
              </Field>
            ) : null}
          </fieldset>
          <div role="status">
            {map.isSuccess ? (
              <p className="notice">
                <Plural value={map.data} _0="Enregistré. Rien n’attendait d’être relu." one="Enregistré. Une livraison en attente a été relue." other="Enregistré. # livraisons en attente ont été relues." />
              </p>
            ) : null}
          </div>
          {map.isError ? (
            <p className="field-error" role="alert">
              <Trans>Cela n’a pas abouti. Réessayez.</Trans>
            </p>
          ) : null}
          {may ? (
            <div>
              <button className="button" disabled={map.isPending}>
                <Trans>Enregistrer et relire</Trans>
              </button>
            </div>
          ) : null}
        </form>
      )}
    </Answer>
  )
}

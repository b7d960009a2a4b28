import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { Attribute, Condition, ToldValue } from '../api/types'
import type { Draft } from './queries'
import { ATTRIBUTES, attributeName, operatorName } from './words'

type Held = Draft['conditions'][number]

interface ConditionFieldsProps {
  condition: Held
  /** 1 for the first. */
  number: number
  /** Values that tickets had lately. */
  told: readonly ToldValue[]
  onChange: (condition: Held) => void
  onRemove: () => void
}

/** One condition: what is looked at, in or out, and the values, those seen so far proposed. */
export function ConditionFields({ condition, number, told, onChange, onRemove }: ConditionFieldsProps) {
  const { t, i18n } = useLingui()
  const list = useId()
  const [typed, setTyped] = useState('')
  const proposed = told.filter((one) => one.attribute === condition.attribute && !condition.values.includes(one.value))
  const name = attributeName(i18n, condition.attribute)
  const add = (value: string) => {
    const wanted = value.trim()
    if (wanted && !condition.values.includes(wanted)) onChange({ ...condition, values: [...condition.values, wanted] })
    setTyped('')
  }
  return (
    <fieldset className="scope-condition">
      <legend>
        <Trans>Condition {number}</Trans>
      </legend>
      <div className="field-row">
        <label className="field">
          <span>
            <Trans>Critère</Trans>
          </span>
          <select value={condition.attribute} onChange={(event) => onChange({ ...condition, attribute: event.target.value as Attribute, values: [] })}>
            {ATTRIBUTES.map((one) => (
              <option key={one} value={one}>
                {attributeName(i18n, one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>
            <Trans>Sens</Trans>
          </span>
          <select value={condition.operator} onChange={(event) => onChange({ ...condition, operator: event.target.value as Condition['operator'] })}>
            {(['includes', 'excludes'] as const).map((one) => (
              <option key={one} value={one}>
                {operatorName(i18n, one)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>
            <Trans>Valeur, telle que l’outil l’écrit</Trans>
          </span>
          <input
            list={list}
            maxLength={200}
            value={typed}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add(typed)
            }}
          />
          <datalist id={list}>
            {proposed.map((one) => (
              <option key={one.value} value={one.value}>
                {one.value}
              </option>
            ))}
          </datalist>
        </label>
        <button type="button" className="button-quiet" onClick={() => add(typed)}>
          <Trans>Ajouter la valeur</Trans>
        </button>
      </div>
      {condition.values.length ? (
        <ul className="plain scope-values" aria-label={t`Valeurs retenues : ${name}`}>
          {condition.values.map((value) => (
            <li key={value}>
              <code>{value}</code>
              <button type="button" className="link-button" onClick={() => onChange({ ...condition, values: condition.values.filter((one) => one !== value) })}>
                <Trans>
                  Retirer <span className="visually-hidden">{value}</span>
                </Trans>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {proposed.length ? (
        <div className="scope-proposed">
          <span className="soft small">
            <Trans>Vues récemment :</Trans>
          </span>
          {proposed.slice(0, 8).map((one) => (
            <button key={one.value} type="button" className="button-quiet" onClick={() => add(one.value)}>
              + {one.value}
            </button>
          ))}
        </div>
      ) : null}
      <button type="button" className="link-button" onClick={onRemove}>
        <Trans>Retirer la condition {number}</Trans>
      </button>
    </fieldset>
  )
}

import { Trans } from '@lingui/react/macro'
import type { FunctionName } from '../api/types'
import { GIVEN, useFunctions } from './functions'

interface FunctionChoiceProps {
  chosen: readonly FunctionName[]
  onChange: (chosen: FunctionName[]) => void
  /** Asked for and still none. */
  none: boolean
  /** Of the platform's operator: its people may administer the platform. */
  operator?: boolean
  offered?: readonly FunctionName[]
}

export function FunctionChoice({ chosen, onChange, none, operator = false, offered = GIVEN }: FunctionChoiceProps) {
  const functions = useFunctions()
  const shown: readonly FunctionName[] = operator ? ['platform_admin', ...offered] : offered
  return (
    <fieldset className="field functions">
      <legend>
        <Trans>Fonctions</Trans>
      </legend>
      <ul className="plain">
        {shown.map((one) => (
          <li key={one}>
            <label className="choice">
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={(event) => onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))}
              />
              <span>
                {functions.name(one)} <span className="soft small">{functions.meaning(one)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {none ? (
        <span className="field-error" role="alert">
          <Trans>Choisissez au moins une fonction.</Trans>
        </span>
      ) : null}
    </fieldset>
  )
}

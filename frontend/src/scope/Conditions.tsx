import { Trans } from '@lingui/react/macro'
import { useLingui } from '@lingui/react'
import type { Condition } from '../api/types'
import { attributeName, operatorName } from './words'

/** The conditions as a sentence each; all of them must hold. */
export function Conditions({ conditions }: { conditions: readonly Condition[] }) {
  const { i18n } = useLingui()
  if (!conditions.length)
    return (
      <p>
        <Trans>Tous les tickets de la source comptent.</Trans>
      </p>
    )
  return (
    <ul className="plain scope-conditions">
      {conditions.map((one, place) => (
        <li key={place}>
          {attributeName(i18n, one.attribute)} <em>{operatorName(i18n, one.operator)}</em>{' '}
          {one.values.map((value) => (
            <code key={value}>{value}</code>
          ))}
        </li>
      ))}
    </ul>
  )
}

import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ValidFrom } from '../agreed/ValidFrom'
import { ConditionFields } from './ConditionFields'
import { valuesQuery, type Draft } from './queries'

interface ScopeFieldsProps {
  /** Where the source is read from, for the values that it told. */
  contractId: string
  sourceId: string
  zone: string
  draft: Draft
  onChange: (draft: Draft) => void
}

/** Any number of conditions, and from when they rule. */
export function ScopeFields({ contractId, sourceId, zone, draft, onChange }: ScopeFieldsProps) {
  const told = useQuery(valuesQuery(contractId, sourceId)).data?.items ?? []
  const { conditions } = draft
  return (
    <>
      {conditions.length ? (
        conditions.map((one, place) => (
          <ConditionFields
            key={place}
            condition={one}
            number={place + 1}
            told={told}
            onChange={(changed) => onChange({ ...draft, conditions: conditions.with(place, changed) })}
            onRemove={() => onChange({ ...draft, conditions: conditions.toSpliced(place, 1) })}
          />
        ))
      ) : (
        <p className="soft">
          <Trans>Sans condition, tous les tickets de la source comptent.</Trans>
        </p>
      )}
      <div>
        <button
          type="button"
          className="button-quiet"
          disabled={conditions.length >= 20}
          onClick={() => onChange({ ...draft, conditions: [...conditions, { attribute: 'group', operator: 'includes', values: [] }] })}
        >
          <Trans>Ajouter une condition</Trans>
        </button>
      </div>
      <ValidFrom
        legend={<Trans>Tickets concernés, selon leur création</Trans>}
        those={<Trans>Ceux créés à partir du</Trans>}
        zone={zone}
        value={draft.valid_from}
        onChange={(valid_from) => onChange({ ...draft, valid_from })}
      />
    </>
  )
}

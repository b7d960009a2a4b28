import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { actionQuery, actionsQuery } from '../actions/queries'
import { useActionWords } from '../actions/words'
import { Field } from '../ui/Field'

const OPEN = { mine: false, late: false, which: 'open', indicator: null, origin: null } as const

interface LinkActionProps {
  contractId: string
  itemId: string
  /** Null until somebody or what was opened for it has chosen; empty: none. */
  chosen: string | null
  choose: (action: string) => void
}

/** Which open action deals with it: one that was opened from these words is proposed first. */
export function LinkAction({ contractId, itemId, chosen, choose }: LinkActionProps) {
  const { t } = useLingui()
  const actions = useQuery(actionsQuery(contractId, OPEN)).data?.items ?? []
  const own = actions.filter((one) => one.origin.kind === 'verbatim' && one.origin.id === itemId)
  const others = actions.filter((one) => !own.includes(one))
  const proposed = own[0]?.id
  useEffect(() => {
    if (chosen === null && proposed) choose(proposed)
  }, [chosen, proposed, choose])
  if (!actions.length) return null
  return (
    <Field label={t`Action qui s’en occupe (facultatif)`} hint={<Trans>Une action ouverte du contrat ; « Créer une action » en propose une nouvelle.</Trans>}>
      <select value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t`Aucune`}</option>
        {[...own, ...others].map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** The action that a step named, by its title once it is read. */
export function LinkedAction({ contractId, actionId }: { contractId: string; actionId: string }) {
  const words = useActionWords()
  const action = useQuery({ ...actionQuery(contractId, actionId), retry: false })
  if (action.error) return null
  return (
    <p className="relay-text">
      <Link to="/contrats/$contractId/actions/$actionId" params={{ contractId, actionId }}>
        {action.data ? (
          <>
            <Trans>Action :</Trans>{' '}
            <span lang="" dir="auto">
              {action.data.title}
            </span>
          </>
        ) : (
          <Trans>Voir l’action</Trans>
        )}
      </Link>{' '}
      {action.data ? <span className="soft small">({words.state(action.data.state)})</span> : null}
    </p>
  )
}

import './actions.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { Field } from '../ui/Field'
import { useTitle } from '../ui/use-title'
import { newKey } from '../api/new-key'
import { ActionForm } from './ActionForm'
import { Failed } from './Failed'
import { actionQuery, ownersQuery, propose, type Parts } from './queries'
import { originOf } from './whose'
import { useToldCause } from './use-told-cause'
import { useActionWords } from './words'

/** An action to propose, with what the page before knew already filled in. */
export function NewActionPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const search = useSearch({ from: '/signed-in/contrats/$contractId/actions/new' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const words = useActionWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const people = useQuery(ownersQuery(contractId)).data?.items.filter((one) => one.side === side) ?? []
  const [chosen, setChosen] = useState('')
  const [key] = useState(newKey)
  const origin = originOf(search.origin)
  const cause = useToldCause(contractId, origin)
  const owner = chosen || (people.find((one) => one.person_id === session?.person.id) ?? people[0])?.person_id || ''
  const write = useMutation({
    mutationFn: (parts: Parts) => propose(contractId, key, { ...parts, owners: side ? { [side]: owner } : {}, origin }),
    onSuccess: async (action) => {
      queries.setQueryData(actionQuery(contractId, action.id).queryKey, action)
      await queries.invalidateQueries({ queryKey: ['get', '/api/contracts/v1/contracts/{contract_id}/actions'] })
      await navigate({ to: '/contrats/$contractId/actions/$actionId', params: { contractId, actionId: action.id } })
    },
  })
  useTitle(t`Proposer une action`, contract.title)
  return (
    <>
      <p className="eyebrow">{words.origin(origin.kind)}</p>
      <h1>
        <Trans>Proposer une action</Trans>
      </h1>
      <p className="soft prose">
        <Trans>L’autre partie l’accepte, la modifie ou la refuse, et nomme son propre porteur en l’acceptant.</Trans>
      </p>
      {cause === undefined ? (
        <div className="skeleton" style={{ height: 480 }} aria-busy="true" />
      ) : (
        <ActionForm
          cause={cause}
          {...(search.indicator ? { indicator: search.indicator } : {})}
          {...(search.variant ? { variant: search.variant } : {})}
          send={(parts) => write.mutate(parts)}
          busy={write.isPending || !owner}
          failure={<Failed error={write.error} />}
          label={<Trans>Proposer à l’autre partie</Trans>}
          onCancel={() => void navigate({ to: '/contrats/$contractId/actions', params: { contractId } })}
        >
          <Field label={t`Porteur de votre côté`}>
            <select required value={owner} onChange={(event) => setChosen(event.target.value)}>
              {people.map((one) => (
                <option key={one.person_id} value={one.person_id}>
                  {one.name}
                </option>
              ))}
            </select>
          </Field>
        </ActionForm>
      )}
    </>
  )
}

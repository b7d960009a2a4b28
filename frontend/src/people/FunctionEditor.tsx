import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../api/client'
import { ApiError } from '../api/problems'
import type { FunctionName, Person } from '../api/types'
import { FunctionChoice } from './FunctionChoice'
import { peopleQuery } from './queries'

export function FunctionEditor({ person, operator, onDone }: { person: Person; operator: boolean; onDone: () => void }) {
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<FunctionName[]>(person.functions)
  const save = useMutation({
    mutationFn: () =>
      client.PATCH('/api/contracts/v1/organisations/{organisation_id}/people/{person_id}', {
        params: { path: { organisation_id: person.organisation_id, person_id: person.id } },
        body: { functions: chosen },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries(peopleQuery(person.organisation_id))
      onDone()
    },
  })
  return (
    <>
      <FunctionChoice chosen={chosen} onChange={setChosen} none={!chosen.length} operator={operator} />
      {save.error ? (
        <p className="field-error" role="alert">
          {save.error instanceof ApiError && save.error.code === 'last_administrator' ? (
            <Trans>C’est le dernier administrateur : donnez d’abord cette fonction à quelqu’un d’autre.</Trans>
          ) : (
            <Trans>Cela n’a pas abouti. Réessayez.</Trans>
          )}
        </p>
      ) : null}
      <div className="people-acts">
        <button type="button" className="button" disabled={!chosen.length || save.isPending} onClick={() => save.mutate()}>
          <Trans>Enregistrer</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </>
  )
}

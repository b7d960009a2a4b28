import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { organisationsQuery } from './queries'

/** A name is enough; the page of the new organisation then asks for its first administrator. */
export function OrganisationForm() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const create = useMutation({
    mutationFn: async () => (await client.POST('/api/contracts/v1/organisations', { body: { name: name.trim() } })).data!,
    onSuccess: async (made) => {
      await queries.invalidateQueries(organisationsQuery)
      await queries.invalidateQueries({ queryKey: ['organisation-names'] })
      await navigate({ to: '/admin/organisations/$organisationId', params: { organisationId: made.id } })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <form className="organisation-form" onSubmit={submit}>
      <label className="field">
        <span>
          <Trans>Nouvelle organisation</Trans>
        </span>
        <input required maxLength={200} autoComplete="organization" value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button className="button" disabled={create.isPending}>
        <Trans>Ajouter</Trans>
      </button>
      {create.error ? (
        <p className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </p>
      ) : null}
    </form>
  )
}

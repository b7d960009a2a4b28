import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { rememberSecret } from '../connect/secrets'
import { Refusal } from '../ui/Refusal'
import { ApiError } from '../api/problems'
import { SYSTEMS, type SurveySystem } from './words'

/** Which tool, what it is called here, and who draws the secret that signs what it sends. */
export function NewToolForm({ contractId }: { contractId: string }) {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [tool, setTool] = useState<SurveySystem>(SYSTEMS[0]!)
  const [name, setName] = useState('')
  const [later, setLater] = useState(SYSTEMS[0]!.secrets[0] === 'later')
  const create = useMutation({
    mutationFn: async () => {
      const body = { system: tool.system, name: name.trim(), secret_later: later, fields: [] }
      return (await client.POST('/api/feedback/v1/contracts/{contract_id}/survey-tools', { params: { path: { contract_id: contractId } }, body })).data!
    },
    onSuccess: async (made) => {
      if (made.secret) rememberSecret(made.id, made.secret)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/feedback/') })
      await navigate({ to: '/contrats/$contractId/verbatims/outils/$toolId', params: { contractId, toolId: made.id } })
    },
  })
  const choose = (one: SurveySystem) => {
    setTool(one)
    setLater(one.secrets[0] === 'later')
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    create.mutate()
  }
  const secrets = {
    drawn: t`Copil en tire un, montré une fois : à recopier dans l’outil.`,
    later: t`L’outil en tire un : je le collerai ensuite. Ce qui arrive d’ici là est gardé, et vérifié ensuite.`,
  }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Relier un outil d’enquête</Trans>
        </h2>
      </div>
      <form className="connect-form" onSubmit={submit} aria-label={t`Relier un outil d’enquête`}>
        <fieldset className="field">
          <legend>
            <Trans>Outil d’enquête</Trans>
          </legend>
          {SYSTEMS.map((one) => (
            <label key={one.system} className="line">
              <input type="radio" name="system" checked={tool === one} onChange={() => choose(one)} />
              {typeof one.label === 'string' ? one.label : i18n._(one.label)}
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>
            <Trans>Nom de l’outil, lu par les deux parties</Trans>
          </span>
          <input required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <fieldset className="field">
          <legend>
            <Trans>Secret qui signe les livraisons</Trans>
          </legend>
          {tool.secrets.map((one) => (
            <label key={one} className="line">
              <input type="radio" name="secret" checked={later === (one === 'later')} onChange={() => setLater(one === 'later')} />
              {secrets[one]}
            </label>
          ))}
        </fieldset>
        {create.error ? (
          <p className="field-error" role="alert">
            {create.error instanceof ApiError && create.error.status === 403 ? (
              <Refusal error={create.error}>
                <Trans>Relier un outil revient à un responsable de l’une des deux parties.</Trans>
              </Refusal>
            ) : (
              <Trans>L’outil n’a pas été relié. Réessayez.</Trans>
            )}
          </p>
        ) : null}
        <div>
          <button className="button" disabled={create.isPending}>
            <Trans>Créer l’adresse</Trans>
          </button>
        </div>
      </form>
    </section>
  )
}

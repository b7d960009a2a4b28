import './connect.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { ApiError } from '../api/problems'
import { contractQuery } from '../contracts/queries'
import { Refusal } from '../ui/Refusal'
import { useTitle } from '../ui/use-title'
import { rememberSecret } from './secrets'
import { TOOLS, type Secret, type Tool } from './tools'

/** Which tool, what it is called here, and who draws the secret that signs its deliveries. */
export function NewSourcePage() {
  const { t, i18n } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  useTitle(t`Relier un outil`, contract.title)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [tool, setTool] = useState<Tool>(TOOLS[0]!)
  const [name, setName] = useState('')
  const [secret, setSecret] = useState<Secret>(TOOLS[0]!.secrets[0])
  const [typed, setTyped] = useState('')
  const create = useMutation({
    mutationFn: async () => {
      const given = secret === 'known' ? { secret: typed.trim() } : secret === 'later' ? { secret_later: true } : {}
      const { data } = await client.POST('/api/kpi/v1/sources', { body: { contract_id: contractId, system: tool.system, name: name.trim(), ...given } as never })
      return data!
    },
    onSuccess: async (source) => {
      if (source.secret) rememberSecret(source.id, source.secret)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/kpi/v1/') })
      await navigate({ to: '/contrats/$contractId/sources/$sourceId/connexion', params: { contractId, sourceId: source.id } })
    },
  })
  const choose = (one: Tool) => {
    setTool(one)
    setSecret(one.secrets[0])
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    create.mutate()
  }
  const secrets: Record<Secret, string> = {
    drawn: t`Copil en tire un, montré une fois : à recopier dans l’outil.`,
    later: t`L’outil en tire un : je le collerai plus tard. Ce qui arrive d’ici là est gardé, et vérifié ensuite.`,
    known: t`Je l’ai déjà.`,
  }
  return (
    <>
      <h1>
        <Trans>Relier un outil</Trans>
      </h1>
      <form className="connect-form" onSubmit={submit} aria-label={t`Relier un outil`}>
        <fieldset className="field">
          <legend>
            <Trans>Outil de tickets</Trans>
          </legend>
          {TOOLS.map((one) => (
            <label key={one.system} className="line">
              <input type="radio" name="system" checked={tool === one} onChange={() => choose(one)} />
              {typeof one.label === 'string' ? one.label : i18n._(one.label)}
            </label>
          ))}
        </fieldset>
        <label className="field">
          <span>
            <Trans>Nom de la source, lu par les deux parties</Trans>
          </span>
          <input required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <fieldset className="field">
          <legend>
            <Trans>Secret qui signe les livraisons</Trans>
          </legend>
          {tool.secrets.map((one) => (
            <label key={one} className="line">
              <input type="radio" name="secret" checked={secret === one} onChange={() => setSecret(one)} />
              {secrets[one]}
            </label>
          ))}
        </fieldset>
        {secret === 'known' ? (
          <label className="field">
            <span>
              <Trans>Secret</Trans>
            </span>
            {tool.secretHint ? <span className="soft small">{i18n._(tool.secretHint)}</span> : null}
            <input required maxLength={500} autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
          </label>
        ) : null}
        {create.error ? (
          <p className="field-error" role="alert">
            {create.error instanceof ApiError && create.error.status === 403 ? (
              <Refusal error={create.error}>
                <Trans>Relier un outil revient à un responsable de l’une des deux parties.</Trans>
              </Refusal>
            ) : (
              <Trans>La source n’a pas été créée. Vérifiez le secret : chaque outil a sa forme.</Trans>
            )}
          </p>
        ) : null}
        <div>
          <button className="button" disabled={create.isPending}>
            <Trans>Créer l’adresse</Trans>
          </button>
        </div>
      </form>
    </>
  )
}

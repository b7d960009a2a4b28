import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import { ApiError } from '../api/problems'
import type { RelayTeam } from '../api/types'
import { Field } from '../ui/Field'
import { Refusal } from '../ui/Refusal'
import type { Hook, HookEvent, NewHook } from './queries'
import { ALL_EVENTS, useOutgoingWords } from './words'

interface HookFormProps {
  hook: Hook | null
  teams: readonly RelayTeam[]
  busy: boolean
  error: Error | null
  save: (wanted: NewHook) => void
}

/** Where the tool is, and what it is told of. */
export function HookForm({ hook, teams, busy, error, save }: HookFormProps) {
  const { t } = useLingui()
  const words = useOutgoingWords()
  const [name, setName] = useState(hook?.name ?? '')
  const [url, setUrl] = useState(hook?.url ?? '')
  const [events, setEvents] = useState<readonly HookEvent[]>(hook?.events ?? ALL_EVENTS)
  const [only, setOnly] = useState<readonly string[] | null>(hook?.teams ?? null)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save({ name: name.trim(), url: url.trim(), events: ALL_EVENTS.filter((one) => events.includes(one)), teams: only ? [...only] : null })
  }
  return (
    <form className="connect-form no-print" onSubmit={submit} aria-label={hook ? t`Modifier l’outil ${hook.name}` : t`Ajouter un outil`}>
      <Field label={t`Nom de l’outil, lu par les deux parties`}>
        <input required maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        label={t`Adresse qui reçoit les messages`}
        hint={<Trans>https, port 443, un hôte public par son nom. Le donneur d’ordre ne voit que l’hôte.</Trans>}
      >
        <input required maxLength={2000} inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://" value={url} onChange={(event) => setUrl(event.target.value)} />
      </Field>
      <fieldset className="field">
        <legend>
          <Trans>Ce qui est envoyé</Trans>
        </legend>
        {ALL_EVENTS.map((one) => (
          <label key={one} className="line">
            <input type="checkbox" checked={events.includes(one)} onChange={() => setEvents(toggled(events, one))} />
            {words.event(one)}
          </label>
        ))}
      </fieldset>
      {teams.length ? (
        <fieldset className="field">
          <legend>
            <Trans>Équipes</Trans>
          </legend>
          <label className="line">
            <input type="checkbox" checked={only === null} onChange={() => setOnly(only === null ? teams.map((one) => one.id) : null)} />
            <Trans>Toutes, celles à venir comprises</Trans>
          </label>
          {only === null
            ? null
            : teams.map((one) => (
                <label key={one.id} className="line">
                  <input type="checkbox" checked={only.includes(one.id)} onChange={() => setOnly(toggled(only, one.id))} />
                  {one.name}
                </label>
              ))}
        </fieldset>
      ) : null}
      <NotSaved error={error} />
      <div>
        <button className="button" disabled={busy || !events.length || only?.length === 0}>
          {hook ? <Trans>Enregistrer l’outil</Trans> : <Trans>Ajouter l’outil</Trans>}
        </button>
      </div>
    </form>
  )
}

const toggled = <T,>(all: readonly T[], one: T) => (all.includes(one) ? all.filter((other) => other !== one) : [...all, one])

function NotSaved({ error }: { error: Error | null }) {
  if (!error) return null
  const code = error instanceof ApiError ? error.code : null
  return (
    <p className="field-error" role="alert">
      {code === 'outgoing_address_refused' ? (
        <Trans>Rien n’est jamais envoyé à cette adresse : il faut https, le port 443, et un hôte public désigné par son nom, sans identifiant ni # dans l’adresse.</Trans>
      ) : code === 'outgoing_hooks_full' ? (
        <Trans>Une prestation a cinq outils au plus : retirez-en un d’abord.</Trans>
      ) : code === 'forbidden' ? (
        <Refusal error={error}>
          <Trans>Cela revient à un responsable du prestataire.</Trans>
        </Refusal>
      ) : (
        <Trans>Cela n’a pas abouti. Réessayez.</Trans>
      )}
    </p>
  )
}

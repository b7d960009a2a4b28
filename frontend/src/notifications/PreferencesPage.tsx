import './notifications.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { isStatus } from '../api/problems'
import type { Rhythms } from '../api/types'
import { clock } from '../format/dates'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { useTitle } from '../ui/use-title'
import { choose, mailQuery, preferencesQuery, type Preferences, type Rhythm } from './queries'
import { GROUP_NAMES, RHYTHM_NAMES, useNotificationWords } from './words'

/** How soon mail tells what is told here at once. */
export function PreferencesPage() {
  const { t } = useLingui()
  const preferences = useQuery(preferencesQuery)
  const mail = useQuery(mailQuery)
  useTitle(t`Courriels`)
  return (
    <>
      <h1>
        <Trans>Courriels</Trans>
      </h1>
      <p className="told-intro">
        <Trans>
          Tout est toujours dans <Link to="/notifications">les notifications</Link>, tout de suite. Ici vous choisissez ce qu’un courriel
          rappelle de ce que vous n’avez pas lu. Il ne contient aucune donnée de vos clients : des comptes, le nom des contrats, et l’adresse
          où lire.
        </Trans>
      </p>
      {mail.data && !mail.data.sends ? (
        <p className="notice">
          <Trans>Cette installation n’envoie pas de courriel. Votre choix vaudra dès qu’elle en enverra.</Trans>
        </p>
      ) : null}
      <Answer query={preferences} height={420}>
        {(read) => <Form read={read} />}
      </Answer>
    </>
  )
}

const rhythmsOf = ({ decisions, actions, voice, data, talks }: Rhythms): Rhythms => ({ decisions, actions, voice, data, talks })

function Form({ read }: { read: Preferences }) {
  const { t } = useLingui()
  const { language } = useFormat()
  const words = useNotificationWords()
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(() => rhythmsOf(read))
  const save = useMutation({
    mutationFn: () => choose(chosen, read.etag),
    onSuccess: (kept) => queries.setQueryData(preferencesQuery.queryKey, kept),
    onError: (error) => {
      if (isStatus(error, 412)) void queries.fetchQuery(preferencesQuery).then((fresh) => setChosen(rhythmsOf(fresh)), () => undefined)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className="told-form" onSubmit={submit} aria-label={t`Courriels`}>
      {GROUP_NAMES.map((group) => (
        <label key={group} className="field">
          <span>{words.group(group)}</span>
          <select value={chosen[group]} onChange={(event) => setChosen({ ...chosen, [group]: event.target.value as Rhythm })}>
            {RHYTHM_NAMES.map((rhythm) => (
              <option key={rhythm} value={rhythm}>
                {words.rhythm(rhythm)}
              </option>
            ))}
          </select>
          <span className="soft small">{words.about(group)}</span>
        </label>
      ))}
      <p className="soft small">
        <Trans>
          Selon l’urgence : tout de suite ce qui vous nomme ou attend votre partie, chaque jour le reste. Tout de suite veut dire dans les deux
          minutes, en une fois. Chaque jour et chaque lundi : à {clock(language, `2026-01-01T${read.at}:00Z`, 'UTC')}, heure de {read.zone}.
        </Trans>
      </p>
      <div className="told-acts">
        <button className="button" disabled={save.isPending}>
          <Trans>Enregistrer</Trans>
        </button>
        <span role="status">{save.isSuccess ? <Trans>Enregistré.</Trans> : null}</span>
        <span className="field-error" role="alert">
          {save.error ? (
            isStatus(save.error, 412) ? (
              <Trans>Ce choix a changé entre-temps ; le voici tel qu’il est.</Trans>
            ) : (
              <Trans>Cela n’a pas abouti. Réessayez.</Trans>
            )
          ) : null}
        </span>
      </div>
    </form>
  )
}

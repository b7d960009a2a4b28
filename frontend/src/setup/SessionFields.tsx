import { Trans, useLingui } from '@lingui/react/macro'
import { Field } from './Field'
import { sessionsFault, type TypedSessions } from './sessions'

interface SessionFieldsProps {
  typed: TypedSessions
  /** The only channels that count; null: all of them. */
  counted: readonly string[] | null | undefined
  asked: boolean
  change: (typed: TypedSessions) => void
}

/** Where one ticket may be several contacts, and after what silence. */
export function SessionFields({ typed, counted, asked, change }: SessionFieldsProps) {
  const { t } = useLingui()
  const fault = asked ? sessionsFault(typed, counted) : null
  const allowed = counted?.join(', ') ?? ''
  return (
    <fieldset className="schedule">
      <legend>
        <Trans>Conversations sur un même ticket</Trans>
      </legend>
      <p className="soft small">
        <Trans>Sur une messagerie, un client revient parfois sur le même ticket. Son message compte comme un nouveau contact quand personne n’a écrit depuis ce silence.</Trans>
      </p>
      <div className="field-row">
        <Field label={t`Canaux où compter les conversations (facultatif)`} hint={<Trans>Comme l’outil les écrit ; plusieurs se séparent par une virgule. Sans canal, un ticket est un seul contact.</Trans>}>
          <input maxLength={2000} aria-invalid={fault === 'channels' || fault === 'not_counted'} value={typed.channels} onChange={(event) => change({ ...typed, channels: event.target.value })} />
        </Field>
        <Field label={t`Silence avant une nouvelle conversation`} hint={<Trans>En minutes, ou « 24 h » ; 30 jours au plus.</Trans>}>
          <input aria-invalid={fault === 'silence'} value={typed.silence} onChange={(event) => change({ ...typed, silence: event.target.value })} />
        </Field>
      </div>
      {fault ? (
        <p className="field-error" role="alert">
          {fault === 'silence' ? (
            <Trans>Le silence est un nombre entier de minutes, de 1 minute à 30 jours.</Trans>
          ) : fault === 'channels' ? (
            <Trans>Indiquez chaque canal une seule fois.</Trans>
          ) : (
            <Trans>Seuls ces canaux comptent dans ce contrat : {allowed}.</Trans>
          )}
        </p>
      ) : null}
    </fieldset>
  )
}

import { Trans } from '@lingui/react/macro'
import { Names } from './Names'

const TOPICS = [
  'conversation.user.created',
  'conversation.user.replied',
  'conversation.admin.single.created',
  'conversation.admin.replied',
  'conversation.admin.noted',
  'conversation.operator.replied',
  'conversation.admin.closed',
  'conversation.admin.opened',
  'conversation.admin.snoozed',
  'conversation.admin.unsnoozed',
  'conversation.deleted',
  'conversation.rating.added',
]

/** A private app of the workspace, with its topics. */
export function IntercomSteps() {
  return (
    <>
      <ol className="prose">
        <li>
          <Trans>Developer Hub → New app : une application privée de votre espace, avec la permission de lire les conversations.</Trans>
        </li>
        <li>
          <Trans>Configure → Webhooks : l’adresse ci-dessus, puis ces sujets :</Trans>
          <Names of={TOPICS} />
        </li>
        <li>
          <Trans>Fixer la version de l’API dans l’application (2.11 ou plus récente), pour que la forme des envois ne change pas d’elle-même.</Trans>
        </li>
        <li>
          <Trans>Configure → Basic information : copier « Client secret » et le remettre à la personne qui relie l’outil.</Trans>
        </li>
        <li>
          <Trans>« Send a test request » envoie un « ping » : il doit arriver, et ne compte pas.</Trans>
        </li>
      </ol>
      <p className="soft">
        <Trans>Les « tickets » d’Intercom ne sont pas lus : seules les conversations comptent. Une conversation mise en veille attend le client.</Trans>
      </p>
    </>
  )
}

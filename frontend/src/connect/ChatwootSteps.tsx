import { Trans } from '@lingui/react/macro'
import { Names } from './Names'

const EVENTS = ['Conversation Created', 'Conversation Status Changed', 'Conversation Updated', 'Message created', 'Message updated']

/** An account webhook; before version 4.13 it signs nothing. */
export function ChatwootSteps() {
  return (
    <>
      <ol className="prose">
        <li>
          <Trans>Vérifier la version : Chatwoot 4.13 ou plus récent, qui signe ses envois.</Trans>
        </li>
        <li>
          <Trans>Paramètres → Intégrations → Webhooks → Ajouter un webhook : l’adresse ci-dessus.</Trans>
        </li>
        <li>
          <Trans>Cocher ces évènements :</Trans>
          <Names of={EVENTS} />
          <Trans>« Updated » compte aussi : une affectation automatique peut changer le statut sans le dire autrement.</Trans>
        </li>
        <li>
          <Trans>Copier le secret que Chatwoot montre pour ce webhook, et le remettre à la personne qui relie l’outil.</Trans>
        </li>
        <li>
          <Trans>Pour la satisfaction, activer l’enquête CSAT dans chaque boîte de réception : sa réponse arrive avec « Message updated ».</Trans>
        </li>
      </ol>
      <p className="soft">
        <Trans>Chatwoot n’envoie qu’une fois : ce qui échoue est perdu. L’état « pending » y veut dire qu’un robot tient la conversation ; il compte comme nouveau.</Trans>
      </p>
    </>
  )
}

import { Trans } from '@lingui/react/macro'
import { Names } from '../connect/Names'
import { CopyValue } from '../ui/CopyValue'
import type { System } from './queries'

const EXAMPLE = JSON.stringify(
  { id: 'reponse-7731', answered_at: '2026-10-12T14:03:00+02:00', finished: true, answers: { recommandation: 9, commentaire: '…' }, hidden: { ticket: '48213' } },
  null,
  2,
)

/** What is to be done in the tool. */
export function SystemSteps({ system }: { system: System }) {
  if (system === 'formbricks')
    return (
      <ol className="prose">
        <li>
          <Trans>Dans les réglages, ouvrir les intégrations et ajouter un webhook :</Trans>
          <Names of={['Integrations', 'Webhooks', 'Add Webhook']} />
        </li>
        <li>
          <Trans>Coller l’adresse, choisir les enquêtes, et cocher ces déclencheurs (le second montre les corrections) :</Trans>
          <Names of={['Response Finished', 'Response Updated']} />
        </li>
        <li>
          <Trans>Copier le secret que Formbricks montre alors, et le coller ci-dessous. Une version sans secret ne peut pas être reliée.</Trans>
        </li>
        <li>
          <Trans>Pour relier les réponses aux tickets, ajouter à l’enquête un champ masqué « ticket », rempli par le lien de l’enquête.</Trans>
        </li>
      </ol>
    )
  if (system === 'typeform')
    return (
      <ol className="prose">
        <li>
          <Trans>Dans le formulaire, ouvrir la page des connexions et ajouter un webhook :</Trans>
          <Names of={['Connect', 'Webhooks', 'Add a webhook']} />
        </li>
        <li>
          <Trans>Coller l’adresse, puis le secret dans ce champ, et activer le webhook :</Trans>
          <Names of={['Secret']} />
        </li>
        <li>
          <Trans>Typeform ne signe pas l’heure : une livraison rejouée est reconnue à son identifiant, et ne compte qu’une fois.</Trans>
        </li>
        <li>
          <Trans>Pour relier les réponses aux tickets, ajouter au formulaire un champ masqué « ticket », rempli par le lien de l’enquête.</Trans>
        </li>
      </ol>
    )
  return (
    <ol className="prose">
      <li>
        <Trans>Envoyer chaque réponse terminée à l’adresse ci-dessus : POST, application/json, une réponse par requête. Exemple :</Trans>
        <CopyValue value={EXAMPLE} block />
      </li>
      <li>
        <Trans>Signer selon Standard Webhooks : en-têtes webhook-id, webhook-timestamp, webhook-signature.</Trans>
      </li>
    </ol>
  )
}

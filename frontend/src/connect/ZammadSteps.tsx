import { Trans } from '@lingui/react/macro'
import { Names } from './Names'

/** Zammad sends the ticket as it is: one trigger on every change tells all. */
export function ZammadSteps() {
  return (
    <>
      <ol className="prose">
        <li>
          <Trans>Administration → Gérer → Webhook → Nouveau webhook : l’adresse ci-dessus dans « Endpoint », le secret dans « HMAC SHA1 Signature Token ».</Trans>
        </li>
        <li>
          <Trans>Garder la vérification SSL et le contenu standard : un contenu personnalisé ne serait pas lu.</Trans>
        </li>
        <li>
          <Trans>Administration → Gérer → Déclencheurs → Nouveau déclencheur, exécuté à chaque action, avec ces conditions, dont une suffit :</Trans>
          <Names of={['Ticket → Action → is → created', 'Ticket → Action → is → updated']} />
        </li>
        <li>
          <Trans>Action de ce déclencheur : « Webhook », celui créé plus haut.</Trans>
        </li>
      </ol>
      <p className="soft">
        <Trans>
          Zammad ne transmet pas de satisfaction : importez les réponses, ou envoyez-les par l’API. Un état ajouté par vos soins n’est pas connu de Copil : les
          tickets concernés attendent en quarantaine.
        </Trans>
      </p>
    </>
  )
}

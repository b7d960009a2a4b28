import { Trans } from '@lingui/react/macro'
import { Names } from './Names'

const WEBHOOKS = ['Ticket → New', 'Ticket → Update', 'Ticket → Delete', 'Followup → New', 'Solution → New']

/** GLPI 11: one webhook for each kind of item and event, all with the same address and secret. */
export function GlpiSteps() {
  return (
    <>
      <ol className="prose">
        <li>
          <Trans>Vérifier la version : GLPI 11 ou plus récent, et que la tâche automatique « queuedwebhook » s’exécute chaque minute.</Trans>
        </li>
        <li>
          <Trans>Configuration → Webhooks : créer ces cinq webhooks, actifs, méthode POST, avec l’adresse ci-dessus :</Trans>
          <Names of={WEBHOOKS} />
        </li>
        <li>
          <Trans>Onglet « Sécurité » de chacun : remplacer le secret proposé par celui de cette page, le même partout.</Trans>
        </li>
        <li>
          <Trans>Sur option : cocher « Use CRA Challenge » puis « Validate » ; Copil répond à ce défi.</Trans>
        </li>
        <li>
          <Trans>Garder le contenu par défaut, et inclure les sous-entités si les tickets y naissent.</Trans>
        </li>
      </ol>
      <p className="soft">
        <Trans>
          Qui répond est reconnu par son rôle dans le ticket : demandeur et observateur sont du côté du client. GLPI ne transmet pas de satisfaction : importez les
          réponses, ou envoyez-les par l’API.
        </Trans>
      </p>
    </>
  )
}

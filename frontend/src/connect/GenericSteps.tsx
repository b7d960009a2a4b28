import { Trans } from '@lingui/react/macro'
import { CopyValue } from '../ui/CopyValue'

const EXAMPLE = JSON.stringify(
  {
    specversion: '1.0',
    id: 'fd846670-ab3a-522a-87a0-006fd03dbe99',
    source: '/outil-maison',
    type: 'kpi.ticket.created.v1',
    subject: 'T-9001',
    time: '2026-10-05T08:00:00Z',
    datacontenttype: 'application/json',
    data: { ticket_id: 'T-9001', status: 'new', channel: 'phone', created_by: 'customer', group: 'N1', brand: 'maison', tags: ['livraison'] },
  },
  null,
  2,
)

/** Any tool that can send JSON and sign it. */
export function GenericSteps() {
  return (
    <ol className="prose">
      <li>
        <Trans>Envoyer chaque évènement de ticket à l’adresse ci-dessus : POST, application/cloudevents+json, un évènement par requête ou un lot ; le mode binaire (en-têtes ce-*) est lu aussi.</Trans>
      </li>
      <li>
        <Trans>Signer selon Standard Webhooks : en-têtes webhook-id, webhook-timestamp, webhook-signature.</Trans>
      </li>
      <li>
        <Trans>Envoyer au moins la création du ticket, ses messages et ses changements de statut. Exemple :</Trans>
        <CopyValue value={EXAMPLE} block />
      </li>
    </ol>
  )
}

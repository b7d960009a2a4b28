import { Trans } from '@lingui/react/macro'
import { CopyValue } from '../ui/CopyValue'
import { Names } from './Names'

/** Ticket events that the connector reads; others are accepted and count for nothing. */
const EVENTS = ['Ticket created', 'Ticket comment added', 'Ticket status changed', 'Ticket merged', 'Ticket marked as spam', 'Ticket soft deleted', 'Ticket undeleted']

/** The placeholder text of a rating is translated in Zendesk: each trigger therefore says its own literally. */
const rating = (csat: 'good' | 'bad') =>
  JSON.stringify(
    {
      template: 'kpi.csat.v1',
      ticket_id: '{{ticket.id}}',
      csat,
      csat_comment: '{{satisfaction.current_comment}}',
      updated_at: '{{ticket.updated_at_with_timestamp}}',
    },
    null,
    2,
  )

export function ZendeskSteps() {
  return (
    <ol className="prose">
      <li>
        <Trans>Centre d’administration → Applications et intégrations → Webhooks → Créer un webhook, « Évènements Zendesk ».</Trans>
      </li>
      <li>
        <Trans>Cocher ces évènements :</Trans>
        <Names of={EVENTS} />
      </li>
      <li>
        <Trans>Adresse ci-dessus, méthode POST, format JSON, sans authentification : la signature suffit.</Trans>
      </li>
      <li>
        <Trans>Révéler le secret de signature et le remettre à la personne qui relie l’outil.</Trans>
      </li>
      <li>
        <Trans>
          Pour la satisfaction, créer un second webhook « Déclencheur ou automatisme » à la même adresse (il a son propre secret, à remettre aussi), puis deux
          déclencheurs.
        </Trans>
        <p>
          <Trans>Satisfaction devenue « bonne » :</Trans>
        </p>
        <CopyValue value={rating('good')} block />
        <p>
          <Trans>Satisfaction devenue « mauvaise » :</Trans>
        </p>
        <CopyValue value={rating('bad')} block />
      </li>
    </ol>
  )
}

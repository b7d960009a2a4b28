/** The automation rules that Freshdesk needs, each with a body of its own: Freshdesk itself tells neither event nor time. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

/**
 * Neither subject nor message: Freshdesk puts them in unescaped, and one quotation mark would make the body unreadable.
 */
const body = (kpiEvent: string, more: Record<string, string | number> = {}) =>
  JSON.stringify(
    {
      freshdesk_webhook: {
        kpi_event: kpiEvent,
        ticket_id: '{{ticket.id}}',
        ticket_status: '{{ticket.status}}',
        ticket_priority: '{{ticket.priority}}',
        ticket_source: '{{ticket.source}}',
        ticket_ticket_type: '{{ticket.ticket_type}}',
        ticket_group_name: '{{ticket.group.name}}',
        ticket_agent_name: '{{ticket.agent.name}}',
        ticket_contact_email: '{{ticket.contact.email}}',
        ticket_tags: '{{ticket.tags}}',
        triggered_event: '{{triggered_event}}',
        ...more,
      },
    },
    null,
    2,
  )

export interface Rule {
  name: MessageDescriptor
  body: string
}

export const RULES: Rule[] = [
  { name: msg`Création de ticket (règle « Ticket Creation », sans condition)`, body: body('ticket_created') },
  { name: msg`Agent : réponse envoyée (« Reply is sent »)`, body: body('agent_public_reply') },
  { name: msg`Demandeur : réponse reçue (« Reply is sent »)`, body: body('customer_public_reply') },
  { name: msg`Agent, demandeur ou système : statut changé, de « Any » vers « Any »`, body: body('status_changed') },
  { name: msg`Agent : ticket marqué comme indésirable`, body: body('ticket_spam') },
  { name: msg`Agent : ticket supprimé`, body: body('ticket_deleted') },
]

/** One rule for each answer: the score is written in the rule, not by a placeholder. */
export const rating = (score: number) => body('csat', { csat_score: score })

export const SCORES = [103, 102, 101, 100, -101, -102, -103]

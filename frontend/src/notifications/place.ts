import type { LinkProps } from '@tanstack/react-router'
import type { Notification } from '../api/types'
import type { Kind } from './queries'

type Place = NonNullable<LinkProps['to']>

const PLACES: Record<Kind, Place> = {
  contract_to_accept: '/contrats/$contractId/mise-en-route',
  contract_active: '/contrats/$contractId/contrat',
  amendment_proposed: '/contrats/$contractId/avenants',
  amendment_answered: '/contrats/$contractId/avenants',
  action_proposed: '/contrats/$contractId/actions/$actionId',
  action_named: '/contrats/$contractId/actions/$actionId',
  action_answered: '/contrats/$contractId/actions/$actionId',
  action_date_asked: '/contrats/$contractId/actions/$actionId',
  action_done: '/contrats/$contractId/actions/$actionId',
  action_due_soon: '/contrats/$contractId/actions/$actionId',
  action_overdue: '/contrats/$contractId/actions/$actionId',
  relay_received: '/contrats/$contractId/a-traiter',
  relay_replied: '/contrats/$contractId/a-traiter',
  relay_accepted: '/contrats/$contractId/a-traiter',
  relay_insufficient: '/contrats/$contractId/a-traiter',
  relay_overdue: '/contrats/$contractId/a-traiter',
  words_to_release: '/contrats/$contractId/verbatims',
  mask_reported: '/contrats/$contractId/verbatims',
  mask_answered: '/contrats/$contractId/verbatims',
  thread_written: '/contrats/$contractId/echanges/$threadId',
  thread_asks: '/contrats/$contractId/echanges/$threadId',
  confidential_written: '/contrats/$contractId/echanges/$threadId',
  confidential_asks: '/contrats/$contractId/echanges/$threadId',
  evaluation_proposed: '/contrats/$contractId/evaluation',
  evaluation_given: '/contrats/$contractId/evaluation',
  baseline_proposed: '/contrats/$contractId/avant-apres',
  scope_proposed: '/contrats/$contractId/sources',
  staff_proposed: '/contrats/$contractId/sources',
  proposal_answered: '/contrats/$contractId',
  practice_proposed: '/contrats/$contractId/actions',
  replay_proposed: '/contrats/$contractId/sources',
  tool_switched_off: '/contrats/$contractId/a-traiter/outil',
  source_silent: '/contrats/$contractId/sources',
  figure_missed: '/contrats/$contractId/indicateurs/$code',
}

const ANSWERED: Record<string, Place> = {
  baseline: '/contrats/$contractId/avant-apres',
  criteria: '/contrats/$contractId/evaluation',
  scope: '/contrats/$contractId/sources',
  practice: '/contrats/$contractId/actions',
  staff: '/contrats/$contractId/sources',
  replay: '/contrats/$contractId/sources',
}

/** What the page is asked to show first. */
function searchOf(kind: Kind, id: string, data: Notification['data']): Record<string, string> {
  if (kind === 'figure_missed' && data['period']) return { periode: data['period'] }
  if (kind === 'relay_received') return id ? { equipe: id } : {}
  return kind.startsWith('relay_') && id ? { retour: id } : {}
}

/** Where a notification leads: the object that it is about, or the list in which it stands. */
export function placeOf({ kind, contract, subject, data }: Pick<Notification, 'kind' | 'contract' | 'subject' | 'data'>): LinkProps {
  const id = subject?.id ?? ''
  const to = (kind === 'proposal_answered' && ANSWERED[data['part'] ?? '']) || PLACES[kind]
  const search = searchOf(kind, id, data)
  return { to, search, params: { contractId: contract.id, actionId: id, threadId: id, code: id } } as LinkProps
}

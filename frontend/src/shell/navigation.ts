import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Side } from '../charts/types'
import type { IconName } from '../ui/Icon'

export interface Destination {
  to: string
  params?: Record<string, string>
  icon: IconName
  label: MessageDescriptor
}

/** Who may hold keys of their organisation. */
const KEY_HOLDERS = new Set(['manager', 'administrator'])
/** Who may read the day of the provider's team. */
export const TEAM = new Set(['manager', 'team_lead'])

/** The rail and the bottom bar, in order; what one may not open is not offered. */
export function destinations(contractId: string | null, functions: readonly string[], side: Side | null): Destination[] {
  const params = { contractId: contractId ?? '' }
  const ofContract: Destination[] = contractId
    ? [
        { to: '/contrats/$contractId/pilotage', params, icon: 'steering', label: msg`Pilotage` },
        { to: '/contrats/$contractId/indicateurs', params, icon: 'indicators', label: msg`Indicateurs` },
        { to: '/contrats/$contractId/verbatims', params, icon: 'verbatims', label: msg`Verbatims` },
        { to: '/contrats/$contractId/a-traiter', params, icon: 'relay', label: msg`À traiter` },
        { to: '/contrats/$contractId/actions', params, icon: 'actions', label: msg`Actions` },
        { to: '/contrats/$contractId/echanges', params, icon: 'threads', label: msg`Échanges` },
        { to: '/contrats/$contractId/avant-apres', params, icon: 'auto', label: msg`Avant/après` },
        { to: '/contrats/$contractId/contrat', params, icon: 'contracts', label: msg`Contrat` },
        { to: '/contrats/$contractId/sources', params, icon: 'sources', label: msg`Sources` },
      ]
    : [{ to: '/contrats', icon: 'contracts', label: msg`Contrats` }]
  // The provider's own team: the client company neither schedules nor directs it.
  const team: Destination[] =
    contractId && side === 'sous_traitant' && functions.some((one) => TEAM.has(one))
      ? [{ to: '/contrats/$contractId/equipe', params, icon: 'today', label: msg`Mon équipe` }]
      : []
  const keys: Destination[] = functions.some((one) => KEY_HOLDERS.has(one))
    ? [{ to: '/cles', icon: 'keys', label: msg`Clés` }]
    : []
  const administration: Destination[] = functions.includes('platform_admin')
    ? [{ to: '/admin/organisations', icon: 'people', label: msg`Organisations` }]
    : functions.includes('administrator')
      ? [{ to: '/organisation/personnes', icon: 'people', label: msg`Personnes` }]
      : []
  return [...ofContract, ...team, ...keys, ...administration, { to: '/aide', icon: 'help', label: msg`Aide` }]
}

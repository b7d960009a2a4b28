/** The tools that can be connected: who draws their secret, and what their secret is called. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'

/** Drawn by Copil and typed into the tool; shown by the tool and pasted later; or at hand already. */
export type Secret = 'drawn' | 'later' | 'known'

export interface Tool {
  system: string
  label: MessageDescriptor | string
  /** In the order of the form; the first one is proposed. */
  secrets: [Secret, ...Secret[]]
  secretLabel: MessageDescriptor
  secretHint?: MessageDescriptor
}

export const TOOLS: Tool[] = [
  {
    system: 'zendesk',
    label: 'Zendesk',
    secrets: ['later', 'known'],
    secretLabel: msg`Secret de signature, lu dans Zendesk sous « Révéler le secret »`,
  },
  {
    system: 'freshdesk',
    label: 'Freshdesk',
    secrets: ['drawn', 'known'],
    secretLabel: msg`Nom et mot de passe saisis dans les règles de Freshdesk`,
    secretHint: msg`Sous la forme nom:motdepasse, sans accents, le mot de passe d’au moins 8 caractères.`,
  },
  {
    system: 'intercom',
    label: 'Intercom',
    secrets: ['later', 'known'],
    secretLabel: msg`« Client secret » de l’application, lu dans Intercom`,
  },
  {
    system: 'zammad',
    label: 'Zammad',
    secrets: ['drawn', 'known'],
    secretLabel: msg`« HMAC SHA1 Signature Token » saisi dans Zammad`,
  },
  {
    system: 'chatwoot',
    label: 'Chatwoot',
    secrets: ['later', 'known'],
    secretLabel: msg`Secret du webhook, montré par Chatwoot après sa création`,
  },
  {
    system: 'glpi',
    label: 'GLPI',
    secrets: ['drawn', 'later', 'known'],
    secretLabel: msg`Secret des webhooks, onglet « Sécurité » de GLPI`,
  },
  {
    system: 'generic',
    label: msg`Autre outil, par CloudEvents signés`,
    secrets: ['drawn', 'later', 'known'],
    secretLabel: msg`Secret de l’outil`,
  },
]

export const toolOf = (system: string): Tool => TOOLS.find((one) => one.system === system) ?? TOOLS[TOOLS.length - 1]!

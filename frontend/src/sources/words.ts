/** Fates and reasons of deliveries in plain words. */
import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react'

const FATES: Record<string, MessageDescriptor> = {
  accepted: msg`Acceptée`,
  duplicate: msg`Déjà reçue`,
  malformed: msg`Illisible`,
  rejected_signature: msg`Refusée : signature`,
  rejected_stale: msg`Refusée : trop ancienne`,
  unverified: msg`En attente du secret`,
}

const ORIGINS: Record<string, MessageDescriptor> = {
  live: msg`Directe`,
  replay: msg`Relecture`,
  held: msg`Vérifiée après coup`,
  import: msg`Export de tickets`,
}

/** Exact texts of the service; what follows a field's name is matched by its end. */
const REASONS: Record<string, MessageDescriptor> = {
  'the body is not UTF-8': msg`Le corps n’est pas un texte UTF-8.`,
  'the body is not JSON': msg`Le corps n’est pas du JSON.`,
  'the body is nested too deeply': msg`Le corps a trop de niveaux.`,
  'specversion is not 1.0': msg`La version de CloudEvents n’est pas 1.0.`,
  'no live secret made this signature': msg`Aucun secret en vigueur n’a fait cette signature.`,
  'signed too long before or after it was received': msg`Signée trop longtemps avant ou après sa réception.`,
  'the batch holds more than 1,000 events': msg`Le lot contient plus de 1 000 évènements.`,
}

const SYSTEMS: Record<string, string> = {
  zendesk: 'Zendesk',
  freshdesk: 'Freshdesk',
  glpi: 'GLPI',
  zammad: 'Zammad',
  jira: 'Jira Service Management',
  servicenow: 'ServiceNow',
  intercom: 'Intercom',
  chatwoot: 'Chatwoot',
}

export function useSourceWords() {
  const { i18n } = useLingui()
  return {
    fate: (fate: string) => (FATES[fate] ? i18n._(FATES[fate]) : fate),
    origin: (origin: string) => (ORIGINS[origin] ? i18n._(ORIGINS[origin]) : origin),
    system: (system: string) => SYSTEMS[system] ?? (system === 'generic' ? 'CloudEvents' : system),
    reason: (reason: string) => {
      if (REASONS[reason]) return i18n._(REASONS[reason])
      const [, field, fault] = /^(\S+) (?:is|holds) (.+)$/.exec(reason) ?? []
      if (field === undefined) return reason
      switch (fault) {
        case 'missing':
          return i18n._(msg`Il manque le champ ${field}.`)
        case 'mistyped':
          return i18n._(msg`Le champ ${field} n’est pas du type attendu.`)
        case 'empty':
          return i18n._(msg`Le champ ${field} est vide.`)
        case 'too long':
          return i18n._(msg`Le champ ${field} est trop long.`)
        case 'garbled':
          return i18n._(msg`Le champ ${field} ne peut pas être déchiffré.`)
        case 'unknown':
          return i18n._(msg`Le champ ${field} a une valeur inconnue.`)
        case 'a NUL character':
          return i18n._(msg`Le champ ${field} contient un caractère nul.`)
        case 'not an RFC 3339 date-time with its offset':
          return i18n._(msg`Le champ ${field} n’est pas une date et heure avec son fuseau.`)
        case 'out of range':
          return i18n._(msg`Le champ ${field} sort des valeurs possibles.`)
        default:
          return reason
      }
    },
  }
}

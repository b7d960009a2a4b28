/** Conditions of a scope, and why a ticket is out of it, in plain words. */
import { msg } from '@lingui/core/macro'
import type { I18n, MessageDescriptor } from '@lingui/core'
import type { Attribute, Condition } from '../api/types'

export const ATTRIBUTES = ['brand', 'form', 'group', 'channel', 'tag'] as const

const NAMES: Record<Attribute, MessageDescriptor> = {
  brand: msg`Marque`,
  form: msg`Formulaire`,
  group: msg`Groupe`,
  channel: msg`Canal`,
  tag: msg`Étiquette`,
}

const OPERATORS: Record<Condition['operator'], MessageDescriptor> = {
  includes: msg`parmi`,
  excludes: msg`hors de`,
}

export const attributeName = (i18n: I18n, attribute: Attribute) => i18n._(NAMES[attribute])
export const operatorName = (i18n: I18n, operator: Condition['operator']) => i18n._(OPERATORS[operator])

/** The reason in words; null when the code is of something else. */
export function scopeReason(i18n: I18n, code: string): string | null {
  if (code === 'feed_ended') return i18n._(msg`Créé après la fin de l’alimentation de ce contrat`)
  const [, attribute, fault] = /^(brand|form|group|channel|tag)_(not_in|excluded|not_told)$/.exec(code) ?? []
  if (!attribute) return null
  const name = attributeName(i18n, attribute as Attribute)
  if (fault === 'not_in') return i18n._(msg`${name} : pas dans la liste du périmètre`)
  if (fault === 'excluded') return i18n._(msg`${name} : exclu par le périmètre`)
  return i18n._(msg`${name} : non transmis par l’outil`)
}

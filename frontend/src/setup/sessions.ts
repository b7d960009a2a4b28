/** Repeated contacts, and conversations on one ticket, as they are typed, beside what the API keeps. Pure. */
import type { Terms } from '../api/types'
import { amountOf, typedOf } from './amounts'
import { namesOf } from './delays'

type Repeats = NonNullable<Terms['repeat_contacts']>
export type Sessions = NonNullable<Repeats['sessions']>

export const USUAL_CONTACT_DAYS = 7
const USUAL_CONTACTS = { channels: null, reason: 'form' as const, across_sources: false }

export interface TypedSessions {
  channels: string
  silence: string
}

const MOST_MINUTES = 30 * 24 * 60

/** Whole minutes; none where the text is no such silence. */
const minutesOf = (text: string) => {
  const minutes = Number(amountOf('s', text) ?? 0) / 60
  return Number.isInteger(minutes) && minutes > 0 && minutes <= MOST_MINUTES ? minutes : null
}

/** A silence of whole hours reads as hours. */
const typedSilence = (minutes: number) => (minutes % 60 ? typedOf('s', String(minutes * 60)) : `${minutes / 60} h`)

export const typedSessions = (repeats: Terms['repeat_contacts'] | undefined): TypedSessions => {
  const sessions = repeats?.sessions
  return sessions ? { channels: sessions.channels.join(', '), silence: typedSilence(sessions.silence_minutes) } : { channels: '', silence: '' }
}

/** What is wrong with them; nothing typed is nothing wrong: then each ticket is one contact. */
export function sessionsFault(typed: TypedSessions, counted: readonly string[] | null | undefined): 'channels' | 'silence' | 'not_counted' | null {
  const channels = namesOf(typed.channels)
  if (!channels.length) return typed.silence.trim() ? 'channels' : null
  if (new Set(channels).size < channels.length) return 'channels'
  if (counted && channels.some((channel) => !counted.includes(channel))) return 'not_counted'
  return minutesOf(typed.silence) === null ? 'silence' : null
}

const sessionsOf = (typed: TypedSessions): Sessions | null => {
  const channels = namesOf(typed.channels)
  return channels.length ? { channels, silence_minutes: minutesOf(typed.silence) ?? 0 } : null
}

/** Counted channels and the reason are agreed through the API; what was agreed stays, and the usual is not written. */
export function repeatsOf(days: number, typed: TypedSessions, now: Terms['repeat_contacts'] | undefined): Repeats | null {
  const sessions = sessionsOf(typed)
  return now || sessions || days !== USUAL_CONTACT_DAYS ? { ...(now ?? USUAL_CONTACTS), days, sessions } : null
}

/** Days and instants; instants are told in the contract's zone, days have none. */
import { dateFormat, plain, type Language } from './locale'

/** `2026-10-05` as « 5 oct. » or « 5 octobre ». */
export function day(language: Language, iso: string, style: 'short' | 'long' | 'full' = 'short'): string {
  const year = style === 'full' ? ({ year: 'numeric' } as const) : {}
  const text = dateFormat(language, {
    day: 'numeric',
    month: style === 'short' ? 'short' : 'long',
    ...year,
    timeZone: 'UTC',
  }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
  return first(language, plain(text))
}

/** An instant, « 14 nov., 8 h 00 » in French, "14 Nov, 08:00" in English. */
export function instant(language: Language, iso: string, zone: string, withYear = false): string {
  const at = new Date(iso)
  const date = dateFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    timeZone: zone,
  }).format(at)
  return `${first(language, plain(date))}, ${clock(language, iso, zone)}`
}

/** The hour of an instant, « 8 h 00 » or "08:00". */
export function clock(language: Language, iso: string, zone: string): string {
  const parts = dateFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).formatToParts(
    new Date(iso),
  )
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return language === 'fr'
    ? `${Number(part('hour'))}\u00a0h\u00a0${part('minute')}`
    : `${part('hour')}:${part('minute')}`
}

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
  return parts.format(at)
}

/** French says « 1er » for the first of a month. */
const first = (language: Language, text: string) => (language === 'fr' ? text.replace(/^1 /, '1er ') : text)

/** `2026-10-05` moved by whole days. */
export function addDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The instant at which a day begins in a zone. */
export const midnightIn = (zone: string, iso: string): string => instantIn(zone, iso, '00:00')

/** The instant at which the clocks of a zone show an hour of a day; of an hour that comes twice, the second. */
export function instantIn(zone: string, iso: string, hour: string): string {
  const wanted = Date.parse(`${iso}T${hour}:00Z`)
  // Twice: where the clock changes that night the first guess stands on the other side.
  const guess = wanted - offsetOf(zone, wanted)
  return new Date(wanted - offsetOf(zone, guess)).toISOString().replace('.000Z', 'Z')
}

/** How far the clocks of a zone are ahead of UTC, in ms. */
function offsetOf(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  }).formatToParts(new Date(at))
  const part = (type: string) => parts.find((one) => one.type === type)!.value
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`) - at
}

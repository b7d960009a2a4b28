import type { Unit } from '../charts/types'

/** What a cell holds: decides its format in a spreadsheet and whether it may be read as a formula. */
export type CellKind = 'text' | 'count' | 'ratio' | 'points' | 'seconds' | 'days' | 'EUR' | 'instant' | 'day'

/** A figure stays the API's exact decimal string until a file needs a number. */
export interface Cell {
  kind: CellKind
  value: string | number | null
}

export interface Definition {
  name: string
  definition: string
  unit: string
}

/** A table exactly as it is shown: same columns, same filter, same order. */
export interface ExportTable {
  /** Title, also the name of the first sheet. */
  title: string
  /** Name of the file, without its ending. */
  fileName: string
  headers: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** One per column or indicator. */
  definitions: readonly Definition[]
  /** State, period, data as of, filter…: label and value. */
  facts: readonly (readonly [label: string, value: string])[]
  /** The zone in which instants are written. */
  zone: string
}

/** Words of the file itself, in the language of the page. */
export interface ExportWords {
  locale: 'fr' | 'en'
  definitions: string
  name: string
  definition: string
  unit: string
  zone: string
  exportedAt: string
  link: string
}

export const text = (value: string | null): Cell => ({ kind: 'text', value })
export const count = (value: number | null): Cell => ({ kind: 'count', value })
export const instant = (value: string | null): Cell => ({ kind: 'instant', value })
export const day = (value: string | null): Cell => ({ kind: 'day', value })
export const figure = (value: string | number | null, unit: Unit): Cell => ({
  kind: unit === 's' ? 'seconds' : unit,
  value,
})

/** Year, month, day, hour, minute and second of an instant as read on a clock of the zone, as a UTC date. */
export function wallClock(value: string, zone: string): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(value))
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value)
  return new Date(
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')),
  )
}

/** The facts every file ends with: the table's own, then zone, moment of export and address of the page. */
export function provenance(
  table: ExportTable,
  words: ExportWords,
  now: Date,
  link: string,
): (readonly [string, string])[] {
  const moment = wallClock(now.toISOString(), table.zone).toISOString().slice(0, 16).replace('T', ' ')
  return [...table.facts, [words.zone, table.zone], [words.exportedAt, moment], [words.link, link]]
}

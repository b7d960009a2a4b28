import type { Figure } from '../api/types'
import { byUrgency, gapOf } from '../indicators/ranking'
import type { Sorting } from './view'

export type Column = 'ecart' | 'nom' | 'etat'

/** Worst first; a leading minus turns the order round. Values of different units are never compared with each other. */
export function sorted(figures: readonly Figure[], sorting: Sorting, nameOf: (figure: Figure) => string, locale: string): Figure[] {
  const column = sorting.replace('-', '') as Column
  const orders: Record<Column, (a: Figure, b: Figure) => number> = {
    ecart: (a, b) => gapOf(a) - gapOf(b) || byUrgency(a, b),
    nom: (a, b) => nameOf(a).localeCompare(nameOf(b), locale),
    etat: byUrgency,
  }
  const rows = figures.toSorted(orders[column])
  return sorting.startsWith('-') ? rows.toReversed() : rows
}

export const nextSorting = (column: Column, now: Sorting): Sorting => (now === column ? `-${column}` : column)

export const directionOf = (column: Column, now: Sorting) =>
  now === column ? ('ascending' as const) : now === `-${column}` ? ('descending' as const) : undefined

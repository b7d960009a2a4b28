import type { Figure } from '../api/types'
import type { Format } from '../format/use-format'

/** « ≥ 75,0 % »: the way the target is to be met, before it. */
export function targetText(format: Format, { target, unit, direction }: Pick<Figure, 'target' | 'unit' | 'direction'>): string {
  if (target === null) return '–'
  return `${direction === 'higher' ? '≥' : '≤'}\u00A0${format.amount(target, unit)}`
}

/** Tolerance and other distances: rates in points. */
export function distanceText(format: Format, value: string, unit: Figure['unit']): string {
  return format.difference(Number(value), unit).replace(/^\+/, '')
}

/** A phrase of the definitions inside a sentence. */
export const lower = (phrase: string): string => phrase.charAt(0).toLocaleLowerCase() + phrase.slice(1)

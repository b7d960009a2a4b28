/** Values of figures in words people read: « 71,9 % », « 4 h 52 min », « +0,3 pt ». */
import { NBSP, numberFormat, plain, type Language } from './locale'

export type Unit = 'ratio' | 'points' | 's' | 'count' | 'days' | 'EUR'

/** A decimal as the API writes it, or a number computed for a picture. */
export type Amount = string | number

/** What is shown for a value that does not exist. */
export const NOTHING = '–'

const decimals = (language: Language, value: Amount, digits: number, options: Intl.NumberFormatOptions = {}) =>
  plain(
    numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...options }).format(
      value as number,
    ),
  )

/** A value with its unit. `digits` overrides the usual precision (1 for rates, 0 for points). */
export function amount(language: Language, value: Amount | null, unit: Unit, digits?: number): string {
  if (value === null) return NOTHING
  switch (unit) {
    case 'ratio':
      return decimals(language, value, digits ?? 1, { style: 'percent' })
    case 'points':
      return decimals(language, value, digits ?? pointDigits(value))
    case 's':
      return duration(language, Number(value))
    case 'count':
      return decimals(language, value, digits ?? 0)
    case 'days':
      return decimals(language, value, digits ?? 0, { style: 'unit', unit: 'day', unitDisplay: 'long' })
    case 'EUR':
      return decimals(language, value, digits ?? 2, { style: 'currency', currency: 'EUR' })
  }
}

/** NPS is read without decimals unless they say something. */
const pointDigits = (value: Amount) => (Number.isInteger(Number(value)) ? 0 : 1)

/**
 * A value and its target, precise enough that two different ones never look alike: 74,96 % against 75,00 %.
 */
export function amountBeside(language: Language, value: Amount | null, unit: Unit, other: Amount | null): string {
  const usual = amount(language, value, unit)
  if (value === null || other === null || Number(value) === Number(other)) return usual
  if (usual !== amount(language, other, unit)) return usual
  if (unit === 's') return duration(language, Number(value), EVERY_PART)
  return amount(language, value, unit, unit === 'count' ? 0 : 2)
}

const EVERY_PART = 4

/** Seconds as people say them, their largest parts: « 4 h 52 min », « 2 j 3 h », « 45 s ». */
export function duration(language: Language, seconds: number, parts = 2): string {
  const rest = Math.abs(Math.round(seconds))
  const all: [number, string][] = [
    [Math.floor(rest / 86_400), language === 'fr' ? 'j' : 'd'],
    [Math.floor((rest % 86_400) / 3600), 'h'],
    [Math.floor((rest % 3600) / 60), 'min'],
    [rest % 60, 's'],
  ]
  const first = all.findIndex(([n]) => n > 0)
  const shown = first < 0 ? all.slice(-1) : all.slice(first, first + parts).filter(([n]) => n > 0)
  const words = shown.map(([n, unit]) => `${decimals(language, n, 0)}${NBSP}${unit}`).join(NBSP)
  return rest > 0 && seconds < 0 ? `−${words}` : words
}

/** A signed difference: rates in points of percentage, durations in time, the rest in their unit. */
export function difference(language: Language, value: number, unit: Unit): string {
  if (unit === 's') return value === 0 ? duration(language, 0) : (value > 0 ? '+' : '') + duration(language, value)
  const [scaled, digits] = unit === 'ratio' ? [value * 100, 1] : [value, unit === 'points' ? 1 : 0]
  const rounded = Number(scaled.toFixed(digits)) + 0
  const number = decimals(language, rounded, digits, { signDisplay: 'exceptZero' }).replace('-', '−')
  return unit === 'ratio' || unit === 'points' ? `${number}${NBSP}${points(language, rounded)}` : number
}

function points(language: Language, value: number): string {
  if (language === 'fr') return Math.abs(value) < 2 ? 'pt' : 'pts'
  return Math.abs(value) === 1 ? 'pt' : 'pts'
}

/** A label on an axis, as precise as its step and no more. */
export function tick(language: Language, value: number, unit: Unit, step: number): string {
  if (unit === 's') return duration(language, value)
  const shown = unit === 'ratio' ? step * 100 : step
  const digits = shown >= 1 ? 0 : Math.min(3, Math.ceil(-Math.log10(shown)))
  return amount(language, value, unit, digits)
}

export const integer = (language: Language, value: number) => decimals(language, value, 0)

import type { Unit } from '../api/types'

const SECONDS = new Set(['frt', 'frt_business', 'ttr', 'ttr_contractual'])

/** What an indicator is counted in, for an effect that no figure is beside of. */
export const samplesOf = (indicator: string): Unit => (SECONDS.has(indicator) ? 's' : indicator === 'nps' ? 'points' : indicator === 'backlog' ? 'count' : 'ratio')

const LOWER = new Set([...SECONDS, 'reopen_rate', 'repeat_rate', 'backlog'])

/** Where better lies. */
export const betterOf = (indicator: string): 'higher' | 'lower' => (LOWER.has(indicator) ? 'lower' : 'higher')

/** Durations are promised in one of their variants. */
export const hasVariants = (indicator: string) => SECONDS.has(indicator)

/** « 3 » points of a rate are 0.03 of it, two hours are 7200 s; exact, digit by digit. Null: not a number, or 0. */
export function amountOf(text: string, indicator: string, relative: boolean): string | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.trim().replaceAll(/\s/gu, ''))
  if (!match) return null
  const [, whole = '0', part = ''] = match
  const unit = samplesOf(indicator)
  if (relative || unit === 'ratio') return shifted(whole, part)
  if (unit === 'points') return tidy(`${whole}.${part}`)
  if (part) return null
  const number = unit === 's' ? Number(whole) * 60 : Number(whole)
  return number > 0 ? String(number) : null
}

/** A hundredth of a number, without going through binary fractions. */
function shifted(whole: string, part: string): string | null {
  const digits = `00${whole}`
  return tidy(`${digits.slice(0, -2)}.${digits.slice(-2)}${part}`)
}

function tidy(text: string): string | null {
  const [whole = '', part = ''] = text.split('.')
  const shown = `${whole.replace(/^0+(?=\d)/, '') || '0'}.${part}`.replace(/\.?0*$/, '')
  return shown === '0' || shown === '' ? null : shown
}

/** The other way: what somebody would have typed. */
export function typedOf(amount: string, indicator: string, relative: boolean): string {
  const unit = samplesOf(indicator)
  if (relative || unit === 'ratio') return String(Number((Number(amount) * 100).toFixed(2)))
  return unit === 's' ? String(Math.round(Number(amount) / 60)) : amount
}

/** What people type — per cent, minutes — to what the contract keeps, digit by digit, and back. */
import type { Unit } from '../api/types'

/** A decimal with its point moved by some places; text to text, so that nothing is rounded. */
function shift(text: string, places: number): string {
  const negative = text.startsWith('-')
  const [whole = '0', part = ''] = text.replace('-', '').split('.')
  const digits = whole + part
  const point = whole.length + places
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
  const at = point <= 0 ? 1 : point
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '')
  const right = padded.slice(at).replace(/0+$/, '')
  const amount = right ? `${left}.${right}` : left
  return negative && amount !== '0' ? `-${amount}` : amount
}

const NUMBER = /^-?\d{1,9}(\.\d{1,6})?$/

/** Null where the text is no such amount. A duration may also be written « 2 h 30 », "45 min" or "90 s". */
export function amountOf(unit: Unit, typed: string): string | null {
  const text = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.').toLowerCase()
  if (unit === 's') return secondsOf(text)
  const number = unit === 'ratio' ? text.replace(/%$/, '') : text.replace(/points?$|pts?$/, '')
  if (!NUMBER.test(number)) return null
  return unit === 'ratio' ? shift(number, -2) : shift(number, 0)
}

function secondsOf(text: string): string | null {
  const [, hours, minutes] = /^(\d+)h(\d{1,2})?(?:min)?$/.exec(text) ?? []
  if (hours !== undefined) return String(Number(hours) * 3600 + Number(minutes ?? 0) * 60)
  const [, number, unit] = /^(\d+(?:\.\d+)?)(s|min)?$/.exec(text) ?? []
  if (number === undefined) return null
  return String(Math.round(Number(number) * (unit === 's' ? 1 : 60)))
}

/** As it is typed again. */
export function typedOf(unit: Unit, amount: string): string {
  if (unit === 'ratio') return shift(amount, 2)
  if (unit === 's') return String(Number(amount) / 60)
  return amount
}

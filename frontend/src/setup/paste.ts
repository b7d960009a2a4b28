/** Commitments pasted from a spreadsheet: indicator, variant, target, tolerance, clause, between tabs. Pure. */
import type { Variant } from '../api/types'
import { amountOf } from './amounts'
import { CATALOGUE, definitionOf } from './catalogue'

export interface Line {
  indicator: string
  variant: Variant | null
  target: string
  tolerance: string
  clause: string
}

export type Fault = 'columns' | 'indicator' | 'variant' | 'target' | 'tolerance' | 'clause' | 'twice'
export type Reading = { number: number; text: string } & ({ line: Line; fault: null } | { line: null; fault: Fault })

/** Without accents, capitals and signs, so that names are found however they are written. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const VARIANTS: Record<string, Variant> = {
  median: 'median', mediane: 'median', p90: 'p90', '90e centile': 'p90', '90th percentile': 'p90', mean: 'mean', moyenne: 'mean', average: 'mean',
}

/** `names`: what the reader calls each indicator. Empty lines are passed over, and so is a first line of heads. */
export function readPaste(text: string, names: Record<string, string>): Reading[] {
  const codes = new Map(Object.keys(CATALOGUE).flatMap((code) => [[plain(code), code], [plain(names[code] ?? code), code]]))
  const seen = new Set<string>()
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ number: index + 1, text: line, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ text: line }) => line.trim())
    .filter(({ cells }, index) => !(index === 0 && /^(indicateur|indicator)$/.test(plain(cells[0] ?? ''))))
    .map(({ number, text: line, cells }) => {
      const read = readLine(cells, codes)
      if (typeof read !== 'string') {
        const key = `${read.indicator} ${read.variant ?? ''}`
        if (!seen.has(key)) {
          seen.add(key)
          return { number, text: line, line: read, fault: null }
        }
      }
      return { number, text: line, line: null, fault: typeof read === 'string' ? read : 'twice' }
    })
}

function readLine(cells: readonly string[], codes: ReadonlyMap<string, string>): Line | Fault {
  if (cells.length < 5) return 'columns'
  const [name, variantName, targetText, toleranceText, clause] = cells as [string, string, string, string, string]
  const indicator = codes.get(plain(name))
  if (!indicator) return 'indicator'
  const { unit, variants } = definitionOf(indicator)
  const variant = variantName ? (VARIANTS[plain(variantName)] ?? null) : null
  if (variants.length ? variant === null : variantName !== '' && variantName !== '-') return 'variant'
  const target = amountOf(unit, targetText)
  if (target === null) return 'target'
  const tolerance = toleranceText ? amountOf(unit, toleranceText) : '0'
  if (tolerance === null || tolerance.startsWith('-')) return 'tolerance'
  if (!clause) return 'clause'
  return { indicator, variant: variants.length ? variant : null, target, tolerance, clause }
}

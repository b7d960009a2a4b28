/** Dimensions as they are typed: one line for each told text, « Lyon N1 = Lyon », beside what the API keeps. */
import type { DeclaredDimension, DimensionName, Terms } from '../api/types'
import { DIMENSIONS } from '../dimensions/words'

export type Declared = NonNullable<Terms['dimensions']>

export interface TypedDimension {
  /** Stays while the name changes, so that the focus stays too. */
  key: string
  name: DimensionName
  attribute: DeclaredDimension['attribute']
  lines: string
}

const LONGEST = { told: 200, shown: 120 }
const MOST_LINES = 500

/** By the value shown, then by what is told: the database keeps no order of its own. */
export const inOrder = (values: Record<string, string> | null | undefined) =>
  Object.entries(values ?? {}).toSorted((a, b) => a[1].localeCompare(b[1]) || a[0].localeCompare(b[0]))

export const typedDimensions = (declared: Terms['dimensions'] | undefined): TypedDimension[] =>
  DIMENSIONS.flatMap((name) => {
    const one = declared?.[name]
    if (!one) return []
    const lines = inOrder(one.values).map(([told, shown]) => (told === shown ? told : `${told} = ${shown}`))
    return [{ key: name, name, attribute: one.attribute, lines: lines.join('\n') }]
  })

/** The values of some lines; null when they are not right. Without a line: no values, the told text is shown. */
export function valuesOf(lines: string): Record<string, string> | null | undefined {
  const values: Record<string, string> = {}
  const written = lines.split('\n').map((line) => line.trim()).filter(Boolean)
  for (const line of written) {
    // The last sign parts them: what tools tell may hold one, what is shown seldom does.
    const at = line.lastIndexOf('=')
    const [told, shown] = at < 0 ? [line, line] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    if (!told || !shown || told in values || shown === '*' || told.length > LONGEST.told || shown.length > LONGEST.shown) return undefined
    values[told] = shown
  }
  if (written.length > MOST_LINES) return undefined
  return written.length ? values : null
}

/** What is wrong with one of them; null when nothing is. */
export function faultOf({ attribute, lines }: TypedDimension): 'lines' | 'tags' | null {
  const values = valuesOf(lines)
  if (values === undefined) return 'lines'
  return values === null && attribute === 'tag' ? 'tags' : null
}

/** What is declared; null when none is. */
export const declaredOf = (typed: readonly TypedDimension[]): Declared | null =>
  typed.length ? Object.fromEntries(typed.map(({ name, attribute, lines }) => [name, { attribute, values: valuesOf(lines) ?? null }])) : null

export const unused = (typed: readonly TypedDimension[]) => DIMENSIONS.filter((name) => !typed.some((one) => one.name === name))

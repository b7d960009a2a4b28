/** Which deliveries are listed, as the address remembers it. Pure. */
import type { Fate, Wanted } from './queries'
import { boundsOf, type Span } from './span'

export const ORIGINS = ['live', 'replay', 'held', 'import'] as const

export interface Filters extends Span {
  sort?: Fate | undefined
  conflit?: 'oui' | 'non' | undefined
  horloge?: 'avance' | 'juste' | undefined
  origine?: (typeof ORIGINS)[number] | undefined
}

/** Every parameter taken out of the address. */
export const NO_FILTER = { sort: undefined, conflit: undefined, horloge: undefined, origine: undefined, du: undefined, au: undefined } satisfies Filters

export const isFiltered = (filters: Filters) => Object.keys(NO_FILTER).some((name) => filters[name as keyof Filters] !== undefined)

export const wantedOf = (filters: Filters, zone: string): Wanted => ({
  ...(filters.sort ? { verdict: filters.sort } : {}),
  ...(filters.conflit ? { conflict: filters.conflit === 'oui' } : {}),
  ...(filters.horloge ? { skewed: filters.horloge === 'avance' } : {}),
  ...(filters.origine ? { origin: filters.origine } : {}),
  ...boundsOf(filters, zone),
})

/** What the address says about this screen, with its usual values. */
import { lastCompleteMonth, previousMonth, yearBefore } from '../format/periods'

export type Comparison = 'mois' | 'annee' | 'aucune'
export type Sorting = 'ecart' | '-ecart' | 'nom' | '-nom' | 'etat' | '-etat'

export interface PilotageSearch {
  periode?: string
  comparer?: Comparison
  kpi?: string
  variante?: 'median' | 'p90' | 'mean'
  tri?: Sorting
}

export interface View {
  period: string
  comparison: Comparison
  /** The month compared with, null for none. */
  compared: string | null
  sorting: Sorting
}

export function viewOf(search: PilotageSearch, zone: string, now = new Date()): View {
  const period = search.periode ?? lastCompleteMonth(zone, now)
  const comparison = search.comparer ?? 'mois'
  const compared = comparison === 'mois' ? previousMonth(period) : comparison === 'annee' ? yearBefore(period) : null
  return { period, comparison, compared, sorting: search.tri ?? 'ecart' }
}

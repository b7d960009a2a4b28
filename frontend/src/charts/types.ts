import type { ReactNode } from 'react'

/** What the charts are given: the API's own series, so that no caller converts figures. */

export type Unit = 'ratio' | 'points' | 's' | 'count' | 'days' | 'EUR'
export type Direction = 'higher' | 'lower'
export type Grain = 'day' | 'month'
export type Side = 'donneur_ordre' | 'sous_traitant'
export type Verdict =
  | 'met'
  | 'met_within_tolerance'
  | 'missed'
  | 'no_target'
  | 'no_value'
  | 'insufficient_sample'
  | 'incomplete'

/** One day or month of `GET /contracts/{id}/series`; decimals are strings, also without data (value null). */
export interface SeriesItem {
  period: string
  value: string | null
  numerator: number | null
  denominator: number | null
  interval: { low: string; high: string; level?: string } | null
  target: string | null
  tolerance: string | null
  verdict: Verdict
  provisional: boolean
}

/** The answer of `GET /contracts/{id}/series`. */
export interface Series {
  indicator: string
  variant: string | null
  unit: Unit
  direction: Direction
  grain: Grain
  window: number
  from: string
  to: string
  data_as_of: string | null
  items: SeriesItem[]
  limits?: Limits | null
}

/** How far the series moves by itself; the words about it are the page's. */
export interface Limits {
  centre: string | null
  items: readonly { period: string; low: string; high: string; signal: 'beyond' | 'run' | null }[]
}

export interface LimitWords {
  /** Head of the column of the table. */
  column: string
  signal: (signal: 'beyond' | 'run') => string
}

/** A note of one of the parties, shown as a mark below the curve in that party's ink. */
export interface ChartMark {
  id: string
  starts_on: string
  ends_on: string | null
  side: Side
  text: string
}

/** What an exported picture says of itself below the drawing, each already in words. */
export interface ChartProvenance {
  contract: string
  period: string
  state: string
  dataAsOf: string | null
}

export interface LineAgainstCommitmentProps {
  /** Name of the indicator, from the glossary: title of the figure and of the exported picture. */
  name: string
  series: Series
  /** A second, thinner line laid on the same days by rank (the first of both periods together). */
  compared?: { series: Series; label: string } | null
  marks?: readonly ChartMark[]
  provenance: ChartProvenance
  /** Heading level of the title; left out, the figure has no visible title (the page already says it). */
  heading?: 2 | 3
  /** The visible title, when the page already says the name. */
  title?: string
  /** Choices of the page about the curve, beside its own buttons. */
  tools?: ReactNode
  /** Shown beside the title: « Clause 4.2.3 ». */
  clause?: string | null
  /** With a series that has limits. */
  limitWords?: LimitWords
  /** Drawing height in px, reserved before the data come (300, or 240 when narrow). */
  height?: number
}

export interface SparklineProps {
  values: readonly (string | number | null)[]
  target?: string | number | null
  verdict?: Verdict
}

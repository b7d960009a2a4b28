import type { Figure } from '../api/types'

/** For tests: a contractual commitment that is met; change what matters. */
export function aFigure(change: Partial<Figure> = {}): Figure {
  return {
    figure_id: `figure-${change.indicator ?? 'fcr_ticket'}`,
    version: 1,
    indicator: 'fcr_ticket',
    variant: null,
    period: '2026-10',
    dimensions: {},
    value: '0.7600',
    unit: 'ratio',
    direction: 'higher',
    numerator: 760,
    denominator: 1000,
    sample_size: 1000,
    interval: null,
    target: '0.7500',
    tolerance: '0.0200',
    verdict: 'met',
    certainty: 'exact',
    state: 'closed',
    provisional: false,
    data_as_of: '2026-11-05T08:00:00Z',
    commitment: {
      id: 'commitment',
      clause: 'Article 4.2.3',
      class: 'contractual',
      weight: '1',
      objective_id: 'objective',
      orphan: false,
      valid_from: '2026-02-28T23:00:00Z',
    },
    ...change,
  }
}

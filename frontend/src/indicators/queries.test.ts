// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { comparisonQuery, figuresQuery, seriesQuery } from './queries'

const WANTED = { indicator: 'ttr', variant: 'median', from: '2026-10-01', to: '2026-10-31', grain: 'day', window: 7 } as const
const FIGURE = { indicator: 'csat', variant: null, period: '2026-10' }
const THEN = { as_of: '2026-10-20T08:00:00Z', known_at: '2026-10-21T08:00:00Z' }

describe('ce qui est lu à des instants', () => {
  it('asks the figures, their curve and their comparison at the same two instants', () => {
    for (const query of [figuresQuery('c', '2026-10', THEN), seriesQuery('c', WANTED, THEN), comparisonQuery('c', FIGURE, 'site', THEN)]) {
      expect(query.queryKey[2]).toMatchObject({ params: { query: THEN } })
    }
  })

  it('asks for none where the page shows the present', () => {
    for (const query of [figuresQuery('c', '2026-10'), seriesQuery('c', WANTED), comparisonQuery('c', FIGURE, 'site')]) {
      expect(JSON.stringify(query.queryKey)).not.toMatch(/as_of|known_at/)
    }
  })
})

import { expect, it } from 'vitest'
import type { Quarter } from '../api/types'
import { courseOf, gapOf, meanOf } from './means'

const given = (side: 'donneur_ordre' | 'sous_traitant', ...scores: number[]) => ({
  version: 1, author: { side, name: null }, written_at: '2026-11-01T00:00:00Z', sealed: scores.length === 0, comment: null,
  scores: scores.map((score, place) => ({ code: `c${place}`, score })),
})
const quarter = (name: string, first: number[] | null, second: number[] | null): Quarter => ({
  quarter: name, state: 'open', opens_at: '', closes_at: '', criteria: [],
  donneur_ordre: first && given('donneur_ordre', ...first),
  sous_traitant: second && given('sous_traitant', ...second),
})

it('compares what is known, and only that', () => {
  const both = quarter('2026-Q3', [4, 5], [2, 5])
  expect([meanOf(both.donneur_ordre), gapOf(both, 'c0'), gapOf(both, 'c1')]).toEqual([4.5, 2, 0])
  const sealed = quarter('2026-Q4', [3, 3], [])
  expect([meanOf(sealed.sous_traitant), meanOf(null), gapOf(sealed, 'c0')]).toEqual([null, null, null])
  expect(courseOf([sealed, both], 'donneur_ordre')).toEqual([{ quarter: '2026-Q3', mean: 4.5 }, { quarter: '2026-Q4', mean: 3 }])
  expect(courseOf([sealed, both], 'sous_traitant')).toEqual([{ quarter: '2026-Q3', mean: 3.5 }])
})

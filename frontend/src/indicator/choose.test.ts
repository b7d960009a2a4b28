import { expect, it } from 'vitest'
import type { Figure } from '../api/types'
import { choose } from './choose'

const figure = (indicator: string, variant: Figure['variant'], committed: 'contractual' | 'observed' | null) =>
  ({ indicator, variant, commitment: committed ? { class: committed } : null }) as Figure

const figures = [
  figure('frt', 'mean', null),
  figure('frt', 'p90', 'contractual'),
  figure('frt', 'median', 'observed'),
  figure('backlog', null, null),
]

it('shows the variant of the address', () => {
  expect(choose(figures, 'frt', 'mean')?.variant).toBe('mean')
})

it('shows the variant that a contractual commitment judges when the address names none', () => {
  expect(choose(figures, 'frt', null)?.variant).toBe('p90')
  expect(choose(figures.toSpliced(1, 1), 'frt', null)?.variant).toBe('median')
})

it('knows indicators without variants, and those that do not exist', () => {
  expect(choose(figures, 'backlog', null)?.indicator).toBe('backlog')
  expect(choose(figures, 'nothing', null)).toBeNull()
})

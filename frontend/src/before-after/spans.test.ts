import { expect, test } from 'vitest'
import { usualAfter, yearBefore } from './spans'

test('three months that are over, and the same a year before', () => {
  expect(usualAfter('2026-10')).toStrictEqual({ from: '2026-08-01', to: '2026-10-31' })
  expect(usualAfter('2026-01')).toStrictEqual({ from: '2025-11-01', to: '2026-01-31' })
  expect(yearBefore({ from: '2026-08-01', to: '2026-10-31' })).toStrictEqual({ from: '2025-08-01', to: '2025-10-31' })
})

test('the end of February stays its end', () => {
  expect(yearBefore({ from: '2024-02-29', to: '2024-02-29' })).toStrictEqual({ from: '2023-02-28', to: '2023-02-28' })
  expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toStrictEqual({ from: '2024-02-01', to: '2024-02-29' })
})

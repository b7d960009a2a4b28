import { expect, test } from 'vitest'
import { isSmall, isTooFew } from './few'

const interval = { low: '0.1', high: '0.9', level: '0.95' as const }

test('below ten answers no score, below thirty a warning; what counts everything is shown', () => {
  const told = [1, 9, 10, 29, 30].map((size) => [isTooFew({ interval, sample_size: size }), isSmall({ interval, sample_size: size })])
  expect(told).toStrictEqual([[true, false], [true, false], [false, true], [false, true], [false, false]])
  expect(isTooFew({ interval: null, sample_size: 2 })).toBe(false)
  expect(isSmall({ interval: null, sample_size: 12 })).toBe(false)
})

import { expect, test } from 'vitest'
import { pieceAt } from './pieces'

test('whole words are found, in code points', () => {
  expect(pieceAt('🥞 merci Aël !', 'Aël')).toBe(8)
  expect(pieceAt('Aëlle et Aël', 'Aël')).toBe(9)
})

test('parts of words and of marks are not', () => {
  expect(pieceAt('Aëlle', 'Aël')).toBeNull()
  expect(pieceAt('merci [[person]]', 'person')).toBeNull()
  expect(pieceAt('merci [[person]]', '[[person]]')).toBeNull()
  expect(pieceAt('merci', '')).toBeNull()
})

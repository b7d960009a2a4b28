import { expect, it } from 'vitest'
import { newKey } from '../api/new-key'
import { parseDraft } from './draft'

const draft = { kind: 'cause', starts_on: '2026-10-12', ends_on: '', text: 'Panne', key: 'k' }

it('reads back what was being written', () => {
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
})

it('does not stumble over what it did not write', () => {
  expect(parseDraft(null)).toBeNull()
  expect(parseDraft('{')).toBeNull()
  expect(parseDraft(JSON.stringify({ ...draft, text: 3 }))).toBeNull()
})

it('draws a new key each time', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/)
  expect(newKey()).not.toBe(newKey())
})

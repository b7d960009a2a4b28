import { expect, test } from 'vitest'
import { wordsBehind } from './behind'

test('a question has its own words, other indicators those of a theme while the contract has it', () => {
  expect(wordsBehind('csat', ['delay'])).toEqual({ question: 'csat' })
  expect(wordsBehind('sla_first_response', ['delay', 'resolution'])).toEqual({ theme: 'delay' })
  expect(wordsBehind('fcr_ticket', ['delay', 'resolution'])).toEqual({ theme: 'resolution' })
  expect(wordsBehind('fcr_ticket', undefined)).toEqual({ theme: 'resolution' })
  expect(wordsBehind('fcr_ticket', ['own'])).toEqual({})
  expect(wordsBehind('data_completeness', ['delay'])).toEqual({})
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ERRORS } from './errors'

const described = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as {
  'x-failures': Record<string, unknown>
}

it('every failure of the API is told in French, and no other', () => {
  expect(Object.keys(ERRORS).toSorted()).toEqual(Object.keys(described['x-failures']).toSorted())
})

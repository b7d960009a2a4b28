import { expect, it } from 'vitest'
import { addressesOf, curl, powerQuery, python } from './recipes'

const addresses = addressesOf('https://copil.exemple.test/')

it('names the addresses of this installation', () => {
  expect(addresses.figures).toBe('https://copil.exemple.test/bi/v1/figures')
  expect(addresses.ticketsCsv).toBe('https://copil.exemple.test/bi/v1/tickets.csv')
})

it('puts them into every recipe and never a secret', () => {
  expect(powerQuery(addresses.figures)).toContain('Web.Contents("https://copil.exemple.test", [')
  expect(powerQuery(addresses.figures)).toContain('RelativePath = "bi/v1/figures"')
  expect(python(addresses.figures)).toContain('https://copil.exemple.test/bi/v1/figures?limit=10000')
  expect(curl(addresses.figuresCsv)).toContain('$COPIL_KEY:$COPIL_SECRET')
})

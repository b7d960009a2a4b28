import { expect, it } from 'vitest'
import { domainsOf } from './domains'

it('reads domains separated by anything', () => {
  expect(domainsOf(' maison-verlaine.example, voix.example;voix.example\n@lumen.example ')).toEqual([
    'maison-verlaine.example',
    'voix.example',
    '@lumen.example',
  ])
  expect(domainsOf('  ')).toEqual([])
})

import { expect, test } from 'vitest'
import { readStrata } from './strata'

test('nothing, an object, and what cannot be read', () => {
  expect(readStrata('  \n')).toBeNull()
  expect(readStrata('{"site": {"Lyon": {"denominator": 80, "numerator": 48}}}')).toStrictEqual({
    site: { Lyon: { denominator: 80, numerator: 48 } },
  })
  for (const wrong of ['{', '[1]', 'null', '"x"', '12']) expect(readStrata(wrong)).toBeUndefined()
})

import { describe, expect, it } from 'vitest'
import { partsOf } from './words'

describe('a masked text', () => {
  it('is cut at its marks, and at nothing else', () => {
    expect(partsOf('au [[phone]], merci')).toEqual([
      { words: 'au ', hidden: null },
      { words: '', hidden: 'phone' },
      { words: ', merci', hidden: null },
    ])
    expect(partsOf('[[iban]]')).toEqual([{ words: '', hidden: 'iban' }])
    expect(partsOf('un [[mot]] à lui')).toEqual([{ words: 'un [[mot]] à lui', hidden: null }])
  })
})

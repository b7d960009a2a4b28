import { describe, expect, it } from 'vitest'
import { pastedIds } from './pasted'

describe('pasted ids', () => {
  it('are taken from lines, commas, semicolons and columns, each once', () => {
    expect(pastedIds(' 12\n13, 14;12\t15\r\n\n')).toEqual(['12', '13', '14', '15'])
    expect(pastedIds('')).toEqual([])
    expect(pastedIds('prenom nom')).toEqual(['prenom nom'])
  })

  it('are refused when there are too many, or one is too long', () => {
    expect(pastedIds('a'.repeat(201))).toBeNull()
    expect(pastedIds(Array.from({ length: 2001 }, (_, n) => n).join('\n'))).toBeNull()
  })
})

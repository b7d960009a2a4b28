import { describe, expect, it } from 'vitest'
import { cut, partsOf } from './parts'

const bytes = (text: string) => new TextEncoder().encode(text)
const texts = (text: string, most: number, records?: number) => cut(bytes(text), most, records).parts.map((part) => [new TextDecoder().decode(part.bytes), part.offset])

describe('cut', () => {
  it('leaves a small file whole', () => {
    expect(texts('a;b\n1;2\n3;4', 100)).toEqual([['a;b\n1;2\n3;4', 0]])
    expect(texts('a;b\n', 100)).toEqual([['a;b\n', 0]])
    expect(texts('', 100)).toEqual([['', 0]])
  })

  it('gives each part the header, and tells how far its lines lie', () => {
    expect(texts('a;b\n1;2\n3;4\n5;6\n', 12)).toEqual([
      ['a;b\n1;2\n3;4\n', 0],
      ['a;b\n5;6\n', 2],
    ])
    expect(texts('a;b\r\n1;2\r\n3;4\r\n', 1_000, 1).map(([, offset]) => offset)).toEqual([0, 1])
  })

  it('never cuts inside a cell', () => {
    expect(texts('a;b\n1;"x\n""y""\nz"\n3;4\n', 20)).toEqual([
      ['a;b\n1;"x\n""y""\nz"\n', 0],
      ['a;b\n3;4\n', 3],
    ])
    expect(texts('a;b\n5" disque;2\n3;4\n', 16).length).toBe(2)
  })

  it('shows a record as it is written, in its encoding', () => {
    const { written } = cut(new Uint8Array([...bytes('a;b\n'), 0xe9, ...bytes(';1\r\n2;3')]))
    expect([written(2), written(3), written(9)]).toEqual(['é;1', '2;3', ''])
  })
})

describe('partsOf', () => {
  it('leaves a workbook whole', () => {
    const zip = new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from<number>({ length: 2_000 }).fill(10)])
    const { parts, format } = partsOf(zip)
    expect([parts.length, parts[0]!.bytes, format]).toEqual([1, zip, 'xlsx'])
  })

  it('sends UTF-16 in UTF-8, and says how it was written', () => {
    const text = 'a;b\nreçu;1\n'
    const little = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8])])
    const big = new Uint8Array([0xfe, 0xff, ...[...text].flatMap((sign) => [sign.charCodeAt(0) >> 8, sign.charCodeAt(0) & 255])])
    for (const content of [little, big]) {
      const { parts, utf16, written } = partsOf(content)
      expect([new TextDecoder().decode(parts[0]!.bytes), utf16, written(2)]).toEqual([text, true, 'reçu;1'])
    }
    expect(partsOf(bytes(text)).utf16).toBe(false)
  })
})

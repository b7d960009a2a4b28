import { describe, expect, it } from 'vitest'
import { pathOf } from './picture'

describe('the path of a QR code', () => {
  it('covers every dark module once', () => {
    expect(pathOf(['110', '001', '101'])).toBe('M0 0h2v1h-2zM2 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z')
    expect(pathOf(['000'])).toBe('')
    expect(pathOf([])).toBe('')
  })
})

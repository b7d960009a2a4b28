import { describe, expect, it } from 'vitest'
import { strengthOf } from './strength'

describe('the strength of a password', () => {
  it.each([
    ['', 'none'],
    ['elevenchars', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['123456789012', 'weak'],
    ['azertyuiopqs', 'weak'],
    ['claire morel claire', 'weak'],
    ['abcabcabcabcabc', 'weak'],
    ['xk7mq-p3hwd-8', 'good'],
    ['quatre ânes gris au pré', 'strong'],
  ] as const)('%s is %s', (password, strength) => {
    expect(strengthOf(password, ['Claire Morel', 'claire.morel@maison-verlaine.example'])).toBe(strength)
  })
})

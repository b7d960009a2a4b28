import { describe, expect, it } from 'vitest'
import { repeatsOf, sessionsFault, typedSessions } from './sessions'

const CHAT = { channels: ['chat', 'whatsapp'], silence_minutes: 1440 }
const AGREED = { days: 14, channels: null, reason: 'group' as const, across_sources: true, sessions: CHAT }
const NONE = { channels: '', silence: '' }

describe('conversations', () => {
  it('come back as they were when nothing is typed', () => {
    for (const minutes of [1, 90, 1440, 43_200]) {
      const agreed = { ...AGREED, sessions: { ...CHAT, silence_minutes: minutes } }
      expect(repeatsOf(14, typedSessions(agreed), agreed)).toEqual(agreed)
    }
    expect(typedSessions(AGREED)).toEqual({ channels: 'chat, whatsapp', silence: '24 h' })
  })
  it('are not written while all is as usual', () => {
    expect(repeatsOf(7, NONE, null)).toBeNull()
    expect(repeatsOf(7, typedSessions(undefined), undefined)).toBeNull()
    expect(repeatsOf(7, { channels: 'chat', silence: '90' }, null)?.sessions).toEqual({ channels: ['chat'], silence_minutes: 90 })
    expect(repeatsOf(9, NONE, null)).toEqual({ days: 9, channels: null, reason: 'form', across_sources: false, sessions: null })
    expect(repeatsOf(14, NONE, AGREED)?.sessions).toBeNull()
  })
  it.each([
    ['', '', null],
    ['chat', '24 h', null],
    ['chat', '', 'silence'],
    ['chat', '0', 'silence'],
    ['chat', '90 s', 'silence'],
    ['chat', '721 h', 'silence'],
    ['chat', 'long', 'silence'],
    ['', '24 h', 'channels'],
    ['chat, chat', '24 h', 'channels'],
    ['chat, email', '24 h', 'not_counted'],
  ] as const)('%s after %s is %s', (channels, silence, fault) => {
    expect(sessionsFault({ channels, silence }, ['chat', 'phone'])).toBe(fault)
  })
})

import { expect, it } from 'vitest'
import { actsOf } from './acts'

const action = (state: 'proposed' | 'accepted' | 'in_progress' | 'done' | 'verified', awaits: 'donneur_ordre' | 'sous_traitant' | null, asked = false) => ({
  state, awaits, asked_date: asked ? { due_on: '2027-01-01', side: 'sous_traitant' as const } : null,
})

it('offers each side what it may do, the awaited act first', () => {
  expect(actsOf(action('proposed', 'donneur_ordre'), 'donneur_ordre')[0]).toBe('accept')
  expect(actsOf(action('proposed', 'donneur_ordre'), 'sous_traitant')).not.toContain('accept')
  expect(actsOf(action('accepted', null), 'sous_traitant')[0]).toBe('start')
  expect(actsOf(action('in_progress', 'donneur_ordre', true), 'donneur_ordre').slice(0, 2)).toEqual(['agree_date', 'keep_date'])
  expect(actsOf(action('in_progress', 'donneur_ordre', true), 'sous_traitant')).not.toContain('ask_date')
  expect(actsOf(action('done', 'donneur_ordre'), 'donneur_ordre')[0]).toBe('verify')
  expect(actsOf(action('done', 'donneur_ordre'), 'sous_traitant')).not.toContain('verify')
  expect(actsOf(action('verified', null), 'donneur_ordre')).toEqual(['note'])
})

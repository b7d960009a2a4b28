import { describe, expect, it } from 'vitest'
import type { Contract } from '../api/types'
import { contested, correctionOf, draftedOf } from './draft'

const READ = {
  title: 'Assistance', kind: 'capacite', donneur_ordre_id: 'a', sous_traitant_id: 'b', zone: 'UTC', starts_on: '2026-01-01', ends_on: null,
} as Contract

describe('a correction', () => {
  it('sends only what was changed', () => {
    expect(correctionOf(READ, draftedOf(READ))).toEqual({})
    expect(correctionOf(READ, { ...draftedOf(READ), title: ' Aide ', ends: '2026-12-31' })).toEqual({ title: 'Aide', ends_on: '2026-12-31' })
    expect(correctionOf({ ...READ, ends_on: '2026-12-31' }, { ...draftedOf(READ), ends: '' })).toEqual({ ends_on: null })
  })

  it('is contested only where somebody else changed the same', () => {
    const present = { ...READ, title: 'Autre', zone: 'Europe/Paris' }
    expect(contested(READ, present, { title: 'Aide', ends_on: '2026-12-31' })).toEqual(['title'])
    expect(contested(READ, present, { title: 'Autre' })).toEqual([])
  })
})

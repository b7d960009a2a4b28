import { describe, expect, it } from 'vitest'
import { isMine, originOf, tally } from './whose'

const owner = (id: string) => ({ person_id: id, name: id })
const action = (state: 'proposed' | 'accepted' | 'done', days_late: number, awaits: 'donneur_ordre' | 'sous_traitant' | null, who = 'a') => ({
  state, days_late, awaits, owners: { donneur_ordre: null, sous_traitant: owner(who) },
})

describe('whose turn it is', () => {
  it('counts what waits for one side, and what is late', () => {
    const all = [action('proposed', 0, 'donneur_ordre'), action('accepted', 3, null, 'b'), action('done', 2, 'donneur_ordre')]
    expect(tally(all, 'donneur_ordre', 'x')).toEqual({ forUs: 2, late: 1, mine: false })
    expect(tally(all, 'sous_traitant', 'b')).toEqual({ forUs: 0, late: 1, mine: true })
    expect(tally(all, null, null)).toEqual({ forUs: 0, late: 1, mine: false })
  })

  it('knows its owner on either side', () => {
    expect(isMine(action('accepted', 0, null, 'b'), 'b')).toBe(true)
    expect(isMine(action('accepted', 0, null, 'b'), null)).toBe(false)
  })

  it('reads where an action comes from, and takes no nonsense', () => {
    expect(originOf('verbatim:0197-x')).toEqual({ kind: 'verbatim', id: '0197-x' })
    expect(originOf('meeting')).toEqual({ kind: 'meeting' })
    for (const wrong of [undefined, '', 'rumour:1', 'verbatim: x', `figure:${'x'.repeat(201)}`]) expect(originOf(wrong)).toEqual({ kind: 'free' })
  })
})

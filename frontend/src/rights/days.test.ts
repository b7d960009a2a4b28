import { describe, expect, it } from 'vitest'
import { daysUntil, inOrder, urgencyOf } from './days'

const request = (due_on: string, state = 'received') => ({ due_on, state })

describe('deadlines', () => {
  it('counts days, also over a change of clocks', () => {
    expect(daysUntil('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysUntil('2026-11-28', '2026-11-27')).toBe(-1)
  })

  it('says what is late, what is soon and what is over', () => {
    const said = [request('2026-11-27'), request('2026-11-28'), request('2026-12-05'), request('2026-12-06'), request('2026-11-01', 'answered')]
    expect(said.map((one) => urgencyOf(one, '2026-11-28'))).toEqual(['late', 'soon', 'soon', 'open', 'over'])
  })

  it('puts what waits longest first', () => {
    const all = [request('2026-12-09', 'refused'), request('2026-12-09'), request('2026-11-20'), request('2026-12-01', 'answered')]
    expect(inOrder(all, '2026-11-28').map((one) => one.due_on)).toEqual(['2026-11-20', '2026-12-09', '2026-12-09', '2026-12-01'])
  })
})

import { describe, expect, it } from 'vitest'
import { clocksOf, isWrong, slaOf, typedDelays, typedPriorities, USUAL_CLOCKS, waitingOf, withoutSchedules, type Sla } from './delays'

const OWN: Sla = {
  schedule: 'bureau', first_response_target_seconds: 3600, resolution_target_seconds: 28800, resolution_schedule: 'nuit',
  priorities: [{ names: ['urgent', 'P1'], schedule: null, first_response_target_seconds: 900, resolution_target_seconds: null, resolution_schedule: null }],
}

describe('delays', () => {
  it('come back as they were when nothing is typed', () => {
    expect(slaOf(typedDelays(OWN, ['bureau']), typedPriorities(OWN), OWN)).toEqual(OWN)
  })
  it('of a priority may promise one of the two, never nothing', () => {
    const one = { names: 'urgent', first: '', solved: '', schedule: '' }
    expect(isWrong(one, true)).toBe(true)
    expect(isWrong({ ...one, first: '15' }, true)).toBe(false)
    expect(isWrong({ ...one, first: '15', names: ' , ' }, true)).toBe(true)
    expect(isWrong({ ...one, first: '15', solved: 'soon' }, true)).toBe(true)
    expect(isWrong({ ...one, first: '15' }, false)).toBe(true)
  })
  it('lose a schedule that is gone, everywhere', () => {
    expect(withoutSchedules(OWN, { bureau: {} })).toEqual({ ...OWN, resolution_schedule: null })
    expect(withoutSchedules(OWN, {})?.schedule).toBeNull()
    expect(withoutSchedules(null, {})).toBeNull()
  })
})

describe('clocks', () => {
  it('are not written while all is as usual', () => {
    expect(clocksOf(USUAL_CLOCKS, [], null)).toBeNull()
    expect(clocksOf(USUAL_CLOCKS, [[' ', 'customer']], null)).toBeNull()
    expect(clocksOf(USUAL_CLOCKS, [], USUAL_CLOCKS)).toEqual(USUAL_CLOCKS)
  })
  it('keep what a hold waits for', () => {
    const said = clocksOf(USUAL_CLOCKS, [[' attente siège ', 'donneur_ordre']], null)
    expect(waitingOf(said)).toEqual([['attente siège', 'donneur_ordre']])
  })
})

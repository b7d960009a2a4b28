import { describe, expect, it } from 'vitest'
import { addDays, clock, day, dayIn, instant } from './dates'
import { currentMonth, isMonth, lastCompleteMonth, lastDay, monthName, monthTitle, nextMonth, previousMonth, shiftMonth, yearBefore } from './periods'

const N = '\u00a0'

describe('days and instants', () => {
  it('say the first of a month the French way', () => {
    expect(day('fr', '2026-10-01')).toBe('1er oct.')
    expect(day('fr', '2026-10-12', 'long')).toBe('12 octobre')
    expect(day('en', '2026-10-01', 'long')).toBe('1 October')
  })

  it('tell instants in the zone of the contract', () => {
    expect(instant('fr', '2026-11-14T07:00:00Z', 'Europe/Paris')).toBe(`14 nov., 8${N}h${N}00`)
    expect(instant('en', '2026-11-14T07:00:00Z', 'Europe/Paris')).toBe('14 Nov, 08:00')
    expect(clock('fr', '2026-07-14T22:30:00Z', 'Europe/Paris')).toBe(`0${N}h${N}30`)
  })

  it('cut days in the zone of the contract', () => {
    expect(dayIn('Europe/Paris', new Date('2026-10-31T23:30:00Z'))).toBe('2026-11-01')
    expect(dayIn('America/Martinique', new Date('2026-10-31T23:30:00Z'))).toBe('2026-10-31')
  })

  it('add days over months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
  })
})

describe('months', () => {
  it('follow one another', () => {
    expect(nextMonth('2026-12')).toBe('2027-01')
    expect(previousMonth('2026-01')).toBe('2025-12')
    expect(yearBefore('2026-10')).toBe('2025-10')
    expect(shiftMonth('2026-03', -27)).toBe('2023-12')
  })

  it('have their last day', () => {
    expect(lastDay('2028-02')).toBe('2028-02-29')
    expect(lastDay('2026-12')).toBe('2026-12-31')
  })

  it('are over at local midnight', () => {
    const firstMinutes = new Date('2026-10-31T23:05:00Z')
    expect(currentMonth('Europe/Paris', firstMinutes)).toBe('2026-11')
    expect(lastCompleteMonth('Europe/Paris', firstMinutes)).toBe('2026-10')
    expect(lastCompleteMonth('America/Martinique', firstMinutes)).toBe('2026-09')
  })

  it('have names', () => {
    expect(monthName('fr', '2026-10')).toBe('octobre 2026')
    expect(monthTitle('fr', '2026-08')).toBe('Août 2026')
    expect(monthTitle('en', '2026-10')).toBe('October 2026')
  })

  it('refuse what is none', () => {
    expect(['2026-00', '2026-13', '2026-1', '26-10', '2026-10-01', ''].some(isMonth)).toBe(false)
  })
})

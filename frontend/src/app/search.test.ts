import { afterEach, describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { code, day, month, parseSearch, readSearch, searchOf, stringifySearch, wrongParameters } from './search'

const checks = { periode: month, comparer: v.picklist(['mois', 'annee', 'aucune']), kpi: code }

afterEach(() => wrongParameters.clear())

describe('search parameters', () => {
  it('keeps what is right', () => {
    expect(readSearch(checks, { periode: '2026-10', kpi: 'fcr_ticket' })).toEqual({
      value: { periode: '2026-10', kpi: 'fcr_ticket' },
      wrong: [],
    })
  })

  it('drops and names what is wrong, and keeps the rest', () => {
    const { value, wrong } = readSearch(checks, { periode: '2026-13', comparer: 'hier', kpi: 'nps' })
    expect(value).toStrictEqual({ periode: undefined, comparer: undefined, kpi: 'nps' })
    expect(wrong).toEqual(['periode', 'comparer'])
  })

  it.each(['<script>', 'FCR', '../x', '', 'a'.repeat(60)])('refuses %j as an indicator', (kpi) => {
    expect(readSearch(checks, { kpi }).wrong).toEqual(['kpi'])
  })

  it('remembers what was wrong until it has been said', () => {
    searchOf(checks)({ periode: 'x' })
    searchOf(checks)({ periode: '2026-10' })
    expect(wrongParameters.get()).toEqual(['periode'])
    wrongParameters.clear()
    expect(wrongParameters.get()).toEqual([])
  })

  it('writes readable addresses and reads them back', () => {
    const search = { periode: '2026-10', kpi: 'fcr_ticket', nothing: undefined }
    expect(stringifySearch(search)).toBe('?periode=2026-10&kpi=fcr_ticket')
    expect(parseSearch(stringifySearch(search))).toEqual({ periode: '2026-10', kpi: 'fcr_ticket' })
    expect(stringifySearch({})).toBe('')
  })

  it('checks days', () => {
    expect(v.safeParse(day, '2026-02-30').success || v.safeParse(day, 'hier').success).toBe(false)
  })
})

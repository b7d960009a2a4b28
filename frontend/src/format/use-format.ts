/** Everything of this folder, in the reader's language and the contract's zone. */
import { useLingui } from '@lingui/react'
import { createContext, useContext, useMemo } from 'react'
import * as amounts from './amounts'
import * as dates from './dates'
import type { Language } from './locale'
import * as periods from './periods'

/** The zone in which the contract cuts its days; on pages of no contract, the reader's own. */
export const USUAL_ZONE = 'Europe/Paris'
export const ZoneContext = createContext(USUAL_ZONE)

export function createFormat(language: Language, zone: string) {
  return {
    language,
    zone,
    amount: (value: amounts.Amount | null, unit: amounts.Unit, digits?: number) =>
      amounts.amount(language, value, unit, digits),
    amountBeside: (value: amounts.Amount | null, unit: amounts.Unit, other: amounts.Amount | null) =>
      amounts.amountBeside(language, value, unit, other),
    difference: (value: number, unit: amounts.Unit) => amounts.difference(language, value, unit),
    duration: (seconds: number) => amounts.duration(language, seconds),
    integer: (value: number) => amounts.integer(language, value),
    tick: (value: number, unit: amounts.Unit, step: number) => amounts.tick(language, value, unit, step),
    day: (iso: string, style?: 'short' | 'long' | 'full') => dates.day(language, iso, style),
    instant: (iso: string, withYear?: boolean) => dates.instant(language, iso, zone, withYear),
    clock: (iso: string) => dates.clock(language, iso, zone),
    month: (period: string) => periods.monthName(language, period),
    monthTitle: (period: string) => periods.monthTitle(language, period),
  }
}

export type Format = ReturnType<typeof createFormat>

export function useFormat(): Format {
  const { i18n } = useLingui()
  const zone = useContext(ZoneContext)
  return useMemo(() => createFormat(i18n.locale as Language, zone), [i18n.locale, zone])
}

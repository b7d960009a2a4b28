/** Months as the addresses write them (`2026-10`) and as people say them. */
import { dayIn } from './dates'
import { dateFormat, plain, type Language } from './locale'

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

export const isMonth = (text: string) => MONTH.test(text)

/** The month that lies `months` after (before, when negative). */
export function shiftMonth(period: string, months: number): string {
  const [, year, month] = MONTH.exec(period) ?? []
  const count = Number(year) * 12 + Number(month) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

export const nextMonth = (period: string) => shiftMonth(period, 1)
export const previousMonth = (period: string) => shiftMonth(period, -1)
export const yearBefore = (period: string) => shiftMonth(period, -12)

export const currentMonth = (zone: string, now = new Date()) => dayIn(zone, now).slice(0, 7)

/** The month people come to look at: the last one that is over. */
export const lastCompleteMonth = (zone: string, now = new Date()) => previousMonth(currentMonth(zone, now))

export const firstDay = (period: string) => `${period}-01`

export function lastDay(period: string): string {
  const date = new Date(`${nextMonth(period)}-01T00:00:00Z`)
  date.setUTCDate(0)
  return date.toISOString().slice(0, 10)
}

/** « octobre 2026 » */
export const monthName = (language: Language, period: string) =>
  plain(dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${period}-01T00:00:00Z`)))

/** « Octobre 2026 », for the head of a line. */
export function monthTitle(language: Language, period: string): string {
  const name = monthName(language, period)
  return name.charAt(0).toLocaleUpperCase() + name.slice(1)
}

/** Days between two dates, as the calendar counts them. */
export const daysUntil = (today: string, day: string): number => Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)

export type Urgency = 'late' | 'soon' | 'open' | 'over'

const SOON_DAYS = 7

interface Dated {
  state: string
  due_on: string
}

export function urgencyOf({ state, due_on: due }: Dated, today: string): Urgency {
  if (state === 'answered' || state === 'refused') return 'over'
  const left = daysUntil(today, due)
  return left < 0 ? 'late' : left <= SOON_DAYS ? 'soon' : 'open'
}

/** What waits first, by its deadline; what is over after it, newest first as the API gives it. */
export function inOrder<Request extends Dated>(requests: readonly Request[], today: string): Request[] {
  const over = (one: Request) => urgencyOf(one, today) === 'over'
  return [...requests.filter((one) => !over(one)).toSorted((a, b) => a.due_on.localeCompare(b.due_on)), ...requests.filter(over)]
}

/** Where the words behind an indicator are: its own question, or the theme that customers speak of it by. */

const QUESTIONS = ['nps', 'csat', 'ces', 'fcr_declared'] as const
type Question = (typeof QUESTIONS)[number]

/** Theme by indicator, of those that a contract begins with. */
const THEMES: Record<string, string> = {
  frt: 'delay', frt_business: 'delay', ttr: 'delay', ttr_contractual: 'delay', sla_first_response: 'delay', sla_resolution: 'delay', backlog: 'delay',
  fcr_ticket: 'resolution', fcr_observed: 'resolution', one_touch: 'resolution', reopen_rate: 'resolution', repeat_rate: 'resolution',
}

/** What the page of verbatims is asked for; of a theme that the contract does not have any more, all words. Unknown yet: those that it began with. */
export function wordsBehind(code: string, themes: readonly string[] | undefined): { question?: Question; theme?: string } {
  const question = QUESTIONS.find((one) => one === code)
  if (question) return { question }
  const theme = THEMES[code]
  return theme && (themes?.includes(theme) ?? true) ? { theme } : {}
}

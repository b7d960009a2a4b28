import { expect, test } from 'vitest'
import { RULES, SCORES, rating } from './freshdesk-rules'

const read = (body: string) => (JSON.parse(body) as { freshdesk_webhook: Record<string, unknown> }).freshdesk_webhook

test('each rule says its own event, and nothing that a customer wrote', () => {
  const events = RULES.map((rule) => read(rule.body).kpi_event)
  expect(events).toEqual(['ticket_created', 'agent_public_reply', 'customer_public_reply', 'status_changed', 'ticket_spam', 'ticket_deleted'])
  for (const rule of RULES) expect(rule.body).not.toMatch(/subject|comment|description/)
})

test('a rating is a number of the rule', () => {
  expect(SCORES.map((score) => read(rating(score)).csat_score)).toEqual([103, 102, 101, 100, -101, -102, -103])
})

// @vitest-environment jsdom
import { setupI18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { TOOLS } from './tools'
import { ToolSteps } from './ToolSteps'

afterEach(cleanup)

const steps = (system: string) => {
  const i18n = setupI18n({ locale: 'fr', messages: { fr: {} } })
  return render(
    <I18nProvider i18n={i18n}>
      <ToolSteps system={system} />
    </I18nProvider>,
  ).container
}

test('each tool has steps of its own', () => {
  const texts = TOOLS.map(({ system }) => steps(system).textContent)
  expect(new Set(texts).size).toBe(TOOLS.length)
})

test('an unknown tool is told the neutral way', () => {
  expect(steps('eighth').textContent).toBe(steps('generic').textContent)
})

test('what is typed or copied is shown as the tool writes it', () => {
  expect(steps('intercom').textContent).toContain('conversation.rating.added')
  expect(steps('glpi').textContent).toContain('Followup → New')
  expect(steps('freshdesk').querySelectorAll('pre')).toHaveLength(7)
})

test('of each tool one can say where its secret comes from', () => {
  const first = Object.fromEntries(TOOLS.map((one) => [one.system, one.secrets[0]]))
  expect(first).toEqual({ zendesk: 'later', freshdesk: 'drawn', intercom: 'later', zammad: 'drawn', chatwoot: 'later', glpi: 'drawn', generic: 'drawn' })
})

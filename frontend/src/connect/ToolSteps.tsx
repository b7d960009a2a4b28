import type { ComponentType } from 'react'
import { ChatwootSteps } from './ChatwootSteps'
import { FreshdeskSteps } from './FreshdeskSteps'
import { GenericSteps } from './GenericSteps'
import { GlpiSteps } from './GlpiSteps'
import { IntercomSteps } from './IntercomSteps'
import { ZammadSteps } from './ZammadSteps'
import { ZendeskSteps } from './ZendeskSteps'

const STEPS: Record<string, ComponentType> = {
  zendesk: ZendeskSteps,
  freshdesk: FreshdeskSteps,
  intercom: IntercomSteps,
  zammad: ZammadSteps,
  chatwoot: ChatwootSteps,
  glpi: GlpiSteps,
}

/** What is to be done in the tool itself, by whoever administers it. */
export function ToolSteps({ system }: { system: string }) {
  const Steps = STEPS[system] ?? GenericSteps
  return <Steps />
}

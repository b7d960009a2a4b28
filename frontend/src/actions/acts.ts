import type { Action } from '../api/types'
import type { Side } from '../charts/types'
import type { Step } from './queries'

/** What one side may do next, the act that is waited for first. */
export function actsOf(action: Pick<Action, 'state' | 'awaits' | 'asked_date'>, side: Side): Step[] {
  const asked = action.awaits === side
  switch (action.state) {
    case 'proposed':
      return asked ? ['accept', 'change', 'refuse', 'note'] : ['change', 'name_owner', 'abandon', 'note']
    case 'accepted':
    case 'in_progress': {
      const dates: Step[] = !action.asked_date ? ['ask_date'] : asked ? ['agree_date', 'keep_date'] : []
      const course: Step[] = action.state === 'accepted' ? ['start', 'finish'] : ['finish']
      return asked ? [...dates, ...course, 'name_owner', 'abandon', 'note'] : [...course, ...dates, 'name_owner', 'abandon', 'note']
    }
    case 'done':
      return asked ? ['verify', 'reopen', 'note'] : ['name_owner', 'note']
    default:
      return ['note']
  }
}

const WITH_WORDS = new Set<Step>(['refuse', 'reopen', 'abandon', 'ask_date', 'keep_date', 'note'])

export const needsWords = (step: Step) => WITH_WORDS.has(step)

import type { Action } from '../api/types'
import type { Side } from '../charts/types'

const ACTING = new Set(['administrator', 'manager', 'signatory', 'team_lead'])

/** Who may propose actions and take their steps. */
export const mayAct = (functions: readonly string[]) => functions.some((one) => ACTING.has(one))

type Owned = Pick<Action, 'owners' | 'state' | 'days_late' | 'awaits'>

export const isUndone = ({ state }: Pick<Action, 'state'>) => state === 'proposed' || state === 'accepted' || state === 'in_progress'

export const isMine = ({ owners }: Pick<Action, 'owners'>, me: string | null) =>
  me !== null && (owners.donneur_ordre?.person_id === me || owners.sous_traitant?.person_id === me)

/** How many wait for this side's answer, and how many are late (those that one answers for, when there are some). */
export function tally(actions: readonly Owned[], side: Side | null, me: string | null) {
  const late = actions.filter((one) => isUndone(one) && one.days_late > 0)
  const mine = late.filter((one) => isMine(one, me))
  return { forUs: side === null ? 0 : actions.filter((one) => one.awaits === side).length, late: (mine.length ? mine : late).length, mine: mine.length > 0 }
}

/** `KIND:ID` of an address; what is no origin is none. */
export function originOf(text: string | undefined): { kind: 'figure' | 'verbatim' | 'thread' | 'meeting' | 'free'; id?: string } {
  const [, kind, id] = /^(figure|verbatim|thread|meeting)(?::([\x21-\x7e]{1,200}))?$/.exec(text ?? '') ?? []
  return kind ? { kind: kind as 'figure', ...(id ? { id } : {}) } : { kind: 'free' }
}

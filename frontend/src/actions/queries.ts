import { api, client } from '../api/client'
import type { Action } from '../api/types'

const PATH = '/api/contracts/v1/contracts/{contract_id}/actions'
export const LIMIT = 200

export type State = Action['state']
export type Step = 'change' | 'accept' | 'refuse' | 'start' | 'finish' | 'verify' | 'reopen' | 'abandon' | 'ask_date' | 'agree_date' | 'keep_date' | 'name_owner' | 'note'
export type Effect = NonNullable<Action['expected_effect']>
export type OriginKind = Action['origin']['kind']

export interface Parts {
  title: string
  cause: string
  description: string | null
  due_on: string
  expected_effect: Effect | null
}

export interface NewStep {
  step: Step
  comment?: string | null
  owner?: string | null
  on?: string | null
  due_on?: string | null
  changes?: Parts | null
}

export interface Narrowed {
  mine: boolean
  late: boolean
  /** Those not verified nor abandoned, those that are, or all. */
  which: 'open' | 'closed' | 'all'
  indicator: string | null
  origin: string | null
}

const WHICH: Record<Narrowed['which'], State[] | null> = {
  open: ['proposed', 'accepted', 'in_progress', 'done'],
  closed: ['verified', 'abandoned'],
  all: null,
}

export function actionsQuery(contractId: string, { mine, late, which, indicator, origin }: Narrowed) {
  const states = WHICH[which]
  const query = {
    order: 'urgent' as const,
    limit: LIMIT,
    ...(mine ? { owner: 'me' } : {}),
    ...(late ? { late: true } : {}),
    ...(states ? { state: states } : {}),
    ...(indicator ? { indicator: indicator as Effect['indicator'] } : {}),
    ...(origin ? { origin } : {}),
  }
  return api.queryOptions('get', PATH, { params: { path: { contract_id: contractId }, query } })
}

export const actionQuery = (contractId: string, actionId: string) =>
  api.queryOptions('get', `${PATH}/{action_id}`, { params: { path: { contract_id: contractId, action_id: actionId } } })

export const ownersQuery = (contractId: string) => api.queryOptions('get', `${PATH}/owners`, { params: { path: { contract_id: contractId } } })

export async function propose(contractId: string, key: string, body: Parts & { owners: { donneur_ordre?: string; sous_traitant?: string }; origin: { kind: OriginKind; id?: string } }) {
  const { data } = await client.POST(PATH, { params: { path: { contract_id: contractId }, header: { 'idempotency-key': key } }, body })
  return data!
}

export async function take(contractId: string, action: Pick<Action, 'id' | 'revision'>, key: string, body: NewStep) {
  const { data } = await client.POST(`${PATH}/{action_id}/steps`, {
    params: { path: { contract_id: contractId, action_id: action.id }, header: { 'idempotency-key': key, 'if-match': `"${action.revision}"` } },
    body,
  })
  return data!
}

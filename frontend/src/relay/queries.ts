import { infiniteQueryOptions, keepPreviousData, useMutation } from '@tanstack/react-query'
import { api, client } from '../api/client'
import type { RelayItem, RelayRules, RelayStep, RelayTeam } from '../api/types'
import { useFeedbackRenewal } from '../themes/queries'

const PATH = '/api/feedback/v1/contracts/{contract_id}/relay'
/** What others do comes without a watermark of its own. */
const EVERY_MS = 15_000
const SHOWN_AT_ONCE = 25
const PAGES_RENEWED = 4

export type View = 'open' | 'replied' | 'closed'
export type Rule = RelayRules['items'][number]
export type When = Required<Rule['when']>
export type Member = NonNullable<RelayTeam['members']>[number]

export interface Asked {
  view: View
  kind: RelayItem['kind']
  team?: string | undefined
  mine?: boolean
  /** Only those whose reply is overdue. */
  late?: boolean
}

export const itemsQuery = (contractId: string, asked: Asked) =>
  infiniteQueryOptions({
    // The second place tells what was read from the service, so that a step taken reads it again.
    queryKey: ['relay', `${PATH}/items`, contractId, asked] as const,
    queryFn: async ({ pageParam }) => {
      const { view, kind, team, mine, late } = asked
      const { data } = await client.GET(`${PATH}/items`, {
        params: {
          path: { contract_id: contractId },
          query: { view, kind, limit: SHOWN_AT_ONCE, ...(team ? { team } : {}), ...(mine ? { mine } : {}), ...(late ? { late } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        },
      })
      return data!
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    // Every page that was asked for is read again: of many that would be more than it is worth.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > PAGES_RENEWED ? false : EVERY_MS),
    placeholderData: keepPreviousData,
  })

export const itemQuery = (contractId: string, answerId: string) =>
  api.queryOptions('get', `${PATH}/items/{answer_id}`, { params: { path: { contract_id: contractId, answer_id: answerId } } })

/** Exact, whatever the list shows. */
export const countsQuery = (contractId: string, mine: boolean) => ({
  ...api.queryOptions('get', `${PATH}/counts`, { params: { path: { contract_id: contractId }, query: mine ? { mine } : {} } }),
  refetchInterval: EVERY_MS,
  placeholderData: keepPreviousData,
})

export const teamsQuery = (contractId: string) => api.queryOptions('get', `${PATH}/teams`, { params: { path: { contract_id: contractId } } })
export const rulesQuery = (contractId: string) => api.queryOptions('get', `${PATH}/rules`, { params: { path: { contract_id: contractId } } })

export const delaysQuery = (contractId: string, bounds: { from: string; to: string }) => ({
  ...api.queryOptions('get', `${PATH}/delays`, { params: { path: { contract_id: contractId }, query: bounds } }),
  refetchInterval: EVERY_MS,
})

export interface NewStep {
  step: RelayStep['step']
  text?: string
  cause?: NonNullable<RelayStep['cause']>
  action_id?: string
}

export function useStep(contractId: string, itemId: string) {
  const renew = useFeedbackRenewal()
  return useMutation({
    mutationFn: (body: NewStep) => client.POST(`${PATH}/items/{answer_id}/steps`, { params: { path: { contract_id: contractId, answer_id: itemId } }, body }),
    // Also when it was refused: somebody else went on with it.
    onSettled: renew,
  })
}

export const writeRules = (contractId: string, version: number, items: (Omit<Rule, 'id' | 'since'> & { id?: string | null })[]) =>
  client.PUT(`${PATH}/rules`, { params: { path: { contract_id: contractId }, header: { 'if-match': `"${version}"` } }, body: { items } })

export const writeTeam = (contractId: string, team: { id: string | null; name: string; members: Member[]; active: boolean }) => {
  const { id, ...body } = team
  return id === null
    ? client.POST(`${PATH}/teams`, { params: { path: { contract_id: contractId } }, body })
    : client.PUT(`${PATH}/teams/{team_id}`, { params: { path: { contract_id: contractId, team_id: id } }, body })
}

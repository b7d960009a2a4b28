import { api, client } from '../api/client'

const LOOK_AGAIN_MS = 1_000
const SHOWN = 5

/** The newest rebuilds of a contract; looked at again while one runs. */
export const rebuildsQuery = (contractId: string) => ({
  ...api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/rebuilds', {
    params: { path: { contract_id: contractId }, query: { limit: SHOWN } },
  }),
  refetchInterval: (query: { state: { data?: { items: readonly { state: string }[] } } }) =>
    query.state.data?.items.some((one) => one.state === 'waiting' || one.state === 'running') ? LOOK_AGAIN_MS : (false as const),
})

export const askRebuild = (contractId: string) => (mode: 'rebuild' | 'verify') =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/rebuilds', { params: { path: { contract_id: contractId } }, body: { mode } })

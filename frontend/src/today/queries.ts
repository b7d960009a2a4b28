import { keepPreviousData } from '@tanstack/react-query'
import { api } from '../api/client'

/** What breaks next moves with the clock, also while nothing arrives. */
const EVERY_MS = 30_000

export const todayQuery = (contractId: string, limit: number) => ({
  ...api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/today', {
    params: { path: { contract_id: contractId }, query: { limit } },
  }),
  placeholderData: keepPreviousData,
  refetchInterval: EVERY_MS,
})

import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, client } from '../api/client'

export type Question = 'nps' | 'csat' | 'ces' | 'fcr_declared'

export interface Wanted {
  from: string
  to: string
  question: Question | null
  /** 0 to 10, of the NPS. */
  score: number | null
  /** Also answers without a word. */
  all: boolean
  /** Only of customers who were not pleased. */
  low: boolean
  theme: string | null
  queue: string | null
  /** Words to be found. */
  q: string | null
}

const narrowed = ({ low, theme, queue, q }: Pick<Wanted, 'low' | 'theme' | 'queue' | 'q'>) => ({
  ...(low ? { low } : {}),
  ...(theme ? { theme } : {}),
  ...(queue ? { queue } : {}),
  ...(q ? { q } : {}),
})
const scored = ({ question, score }: Pick<Wanted, 'question' | 'score'>) =>
  score === null ? (question ? { kind: question } : {}) : { kind: 'nps' as const, score_from: score, score_to: score }

/** By score: whatever score is chosen, all are counted. */
export const scoresQuery = (contractId: string, { from, to, low, theme, queue, q }: Wanted) =>
  api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/verbatims/scores', {
    params: { path: { contract_id: contractId }, query: { from, to, ...narrowed({ low, theme, queue, q }) } },
  })

/** By theme: whatever theme is chosen, all are counted. */
export const themeCountsQuery = (contractId: string, { from, to, low, queue, q, question, score }: Wanted) =>
  api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/verbatims/themes', {
    params: { path: { contract_id: contractId }, query: { from, to, ...scored({ question, score }), ...narrowed({ low, theme: null, queue, q }) } },
  })

/** By queue: whatever queue is chosen, all are counted. */
export const queueCountsQuery = (contractId: string, { from, to, low, theme, q, question, score }: Wanted) =>
  api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/verbatims/queues', {
    params: { path: { contract_id: contractId }, query: { from, to, ...scored({ question, score }), ...narrowed({ low, theme, queue: null, q }) } },
  })

const SHOWN_AT_ONCE = 25
export const EXPORTED_AT_ONCE = 500

export async function verbatimsPage(contractId: string, wanted: Wanted, cursor: string | null, limit: number) {
  const { from, to, all } = wanted
  const { data } = await client.GET('/api/feedback/v1/contracts/{contract_id}/verbatims', {
    params: {
      path: { contract_id: contractId },
      query: {
        from,
        to,
        limit,
        ...scored(wanted),
        ...narrowed(wanted),
        ...(all ? {} : { words: true }),
        ...(cursor ? { cursor } : {}),
      },
    },
  })
  return data!
}

export const verbatimsQuery = (contractId: string, wanted: Wanted) =>
  infiniteQueryOptions({
    // The second place tells the watermark that this was read from a service.
    queryKey: ['verbatims', '/api/feedback/v1/contracts/{contract_id}/verbatims', contractId, wanted] as const,
    queryFn: ({ pageParam }) => verbatimsPage(contractId, wanted, pageParam, SHOWN_AT_ONCE),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

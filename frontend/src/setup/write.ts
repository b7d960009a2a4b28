/** Everything that is written into a contract; each write brings the pages that show it up to date. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import { isStatus } from '../api/problems'
import type { Acceptance, Commitment, Objective, Schedule, Terms } from '../api/types'
import { contractsQuery } from '../contracts/queries'
import type { Correction } from './draft'
import type { Answers } from './FourQuestions'

export type NewTerms = Pick<Terms, 'valid_from' | 'schedules' | 'reopen_window_hours' | 'sla'> &
  Partial<Pick<Terms, 'late_grace_hours' | 'minimum_sample_size' | 'minimum_data_completeness' | 'minimum_time_heard' | 'repeat_contacts' | 'clocks' | 'dimensions' | 'comment'>>
export type NewCommitment = Pick<Commitment, 'indicator' | 'variant' | 'class' | 'objective_id' | 'target' | 'tolerance' | 'unit' | 'direction' | 'clause' | 'valid_from'> & {
  ends?: boolean
  override_reason?: string | null
  comment?: string | null
  checks?: Answers | null
}
export type NewObjective = Omit<Objective, 'id' | 'contract_id' | 'recorded_at' | 'state' | 'digest' | 'author' | 'written_at'>

const CONTRACT = '/api/contracts/v1/contracts/{contract_id}'
const of = (contractId: string) => ({ params: { path: { contract_id: contractId } } })

/** `again`: what is shown is read anew before `done`; not where the thing itself is gone. After a lost race it is read too. */
export function useWrite<Body, Answer>(act: (body: Body) => Promise<Answer>, done?: (answer: Answer) => void, again = true) {
  const queries = useQueryClient()
  const readAgain = async () => {
    // The contract first: a form that opens on what was just written must not expect the revision before it.
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === CONTRACT })
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'organisation-names' || String(queryKey[1]).startsWith('/api/') })
  }
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      if (again) await readAgain()
      else await queries.invalidateQueries(contractsQuery)
      done?.(answer)
    },
    onError: async (error) => {
      if (isStatus(error, 412)) await readAgain()
    },
  })
}

/** Of one revision: somebody else's correction in between is never overwritten unseen. */
const expecting = (contractId: string, revision: number) => ({
  params: { path: { contract_id: contractId }, header: { 'if-match': `"${revision}"` } },
})

export const correctContract = (contractId: string) => (what: { revision: number; body: Correction }) =>
  client.PATCH('/api/contracts/v1/contracts/{contract_id}', { ...expecting(contractId, what.revision), body: what.body })

export const abandonContract = (contractId: string) => (revision: number) =>
  client.DELETE('/api/contracts/v1/contracts/{contract_id}', expecting(contractId, revision))

/** In a draft of the revision that was read: what rules there is taken the place of at once. A proposal takes no place. */
export const writeTerms = (contractId: string, revision: number | null) => (body: NewTerms) =>
  client.PUT('/api/contracts/v1/contracts/{contract_id}/parameters', { ...(revision === null ? of(contractId) : expecting(contractId, revision)), body: body as never })

export const writeCommitment = (contractId: string, revision: number | null = null) => (body: NewCommitment) =>
  client.PUT('/api/contracts/v1/contracts/{contract_id}/commitments', { ...(revision === null ? of(contractId) : expecting(contractId, revision)), body: body as never })

export const writeObjective = (contractId: string) => (body: NewObjective) =>
  client.POST('/api/contracts/v1/contracts/{contract_id}/objectives', { ...of(contractId), body: body as never })

export const answerQuestions = (contractId: string, versionId: string) => (body: Answers & { comment: string | null }) =>
  client.POST('/api/contracts/v1/contracts/{contract_id}/commitments/{version_id}/checks', {
    params: { path: { contract_id: contractId, version_id: versionId } }, body,
  })

const amendment = (contractId: string, versionId: string) => ({ params: { path: { contract_id: contractId, version_id: versionId } } })

export const refuseAmendment = (contractId: string, versionId: string) => (comment: string) =>
  client.POST('/api/contracts/v1/contracts/{contract_id}/amendments/{version_id}/refusal', { ...amendment(contractId, versionId), body: { comment } })

export const withdrawAmendment = (contractId: string, versionId: string) => () =>
  client.POST('/api/contracts/v1/contracts/{contract_id}/amendments/{version_id}/withdrawal', { ...amendment(contractId, versionId), body: {} })

export const endCommitment = (contractId: string) => (what: Pick<NewCommitment, 'indicator' | 'variant' | 'valid_from' | 'comment'>) =>
  client.PUT('/api/contracts/v1/contracts/{contract_id}/commitments', { ...of(contractId), body: { ...what, ends: true } as never })

/** Nothing but the text that was read is accepted: `revision` is its own. */
export const accept = (contractId: string) => (what: { revision?: number; version_id?: string; comment?: string | null }) =>
  client.POST('/api/contracts/v1/contracts/{contract_id}/acceptances', {
    params: { path: { contract_id: contractId }, header: what.revision === undefined ? {} : { 'if-match': `"${what.revision}"` } },
    body: { ...(what.version_id ? { version_id: what.version_id } : {}), ...(what.comment ? { comment: what.comment } : {}) },
  })


export async function publicHolidays(from: number, to: number) {
  const { data } = await client.GET('/api/contracts/v1/holidays', { params: { query: { from_year: from, to_year: to } } })
  return data!.items
}

export type { Acceptance, Schedule }

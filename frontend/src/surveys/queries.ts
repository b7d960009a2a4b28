import { api, client } from '../api/client'
import type { Survey } from '../api/types'

const PATH = '/api/feedback/v1/contracts/{contract_id}/surveys'
/** A link to the page as customers see it is good for an hour; it is asked for again before. */
const PREVIEW_MS = 50 * 60_000

export type NewSurvey = Pick<
  Survey,
  'kind' | 'brand' | 'languages' | 'asks_solved' | 'asks_comment' | 'open_days' | 'rest_days' | 'kept_months' | 'controller_side' | 'controller_name' | 'rights_contact' | 'active'
>

export interface NewInvitation {
  key: string
  customer_key: string
  ticket_id?: string
  channel?: string
  queue?: string
  language?: 'fr' | 'en'
}

const of = (contractId: string, surveyId: string) => ({ params: { path: { contract_id: contractId, survey_id: surveyId } } })

export const surveysQuery = (contractId: string) => api.queryOptions('get', PATH, { params: { path: { contract_id: contractId }, query: { limit: 200 } } })

export const responsesQuery = (contractId: string, surveyId: string, period?: string) =>
  api.queryOptions('get', `${PATH}/{survey_id}/responses`, { params: { path: { contract_id: contractId, survey_id: surveyId }, query: period ? { period } : {} } })

export const previewQuery = (contractId: string, surveyId: string) => ({
  ...api.queryOptions('get', `${PATH}/{survey_id}/preview`, of(contractId, surveyId)),
  staleTime: PREVIEW_MS,
  refetchInterval: PREVIEW_MS,
})

/** Kept anew, or written over what was read. */
export const write = (contractId: string, held: Survey | null, body: NewSurvey) =>
  held
    ? client.PUT(`${PATH}/{survey_id}`, { params: { path: { contract_id: contractId, survey_id: held.id }, header: { 'if-match': `"${held.revision}"` } }, body })
    : client.POST(PATH, { params: { path: { contract_id: contractId } }, body })

export async function invite(contractId: string, surveyId: string, invitations: NewInvitation[]) {
  const { data } = await client.POST(`${PATH}/{survey_id}/invitations`, { ...of(contractId, surveyId), body: { invitations } })
  return data!.items
}

import { api } from '../api/client'
import type { components } from '../api/schema'

export type Tool = components['schemas']['ToolOut']
export type SurveyDelivery = components['schemas']['SurveyDeliveryOut']
export type SurveyQuestion = components['schemas']['QuestionOut']
export type FieldOf = Tool['fields'][number]
export type Role = FieldOf['role']
export type System = Tool['system']

const LATEST = 20
/** A delivery that is refused or waits changes no figure, so that the contract's watermark does not move: the page asks by itself. */
const EVERY_MS = 3000

export const toolsQuery = (contractId: string) => api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/survey-tools', { params: { path: { contract_id: contractId } } })

const ofTool = (contractId: string, toolId: string) => ({ path: { contract_id: contractId, tool_id: toolId } })

export const toolQuery = (contractId: string, toolId: string) =>
  api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}', { params: ofTool(contractId, toolId) })

export const questionsQuery = (contractId: string, toolId: string) => ({
  ...api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/questions', { params: ofTool(contractId, toolId) }),
  refetchInterval: EVERY_MS,
})

export const surveyDeliveriesQuery = (contractId: string, toolId: string) => ({
  ...api.queryOptions('get', '/api/feedback/v1/contracts/{contract_id}/survey-tools/{tool_id}/deliveries', {
    params: { ...ofTool(contractId, toolId), query: { limit: LATEST } },
  }),
  refetchInterval: EVERY_MS,
})

import { api, client } from '../api/client'

export const staffQuery = (contractId: string, sourceId: string) =>
  api.queryOptions('get', '/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff', {
    params: { path: { contract_id: contractId, source_id: sourceId }, query: { limit: 100 } },
  })

export interface StaffDraft {
  author_ids: string[]
  valid_from: string | null
}

export const setStaff = (contractId: string, sourceId: string) => (body: StaffDraft) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff', {
    params: { path: { contract_id: contractId, source_id: sourceId } },
    body,
  })

export const approveStaff = (contractId: string, sourceId: string) => (staffId: string) =>
  client.POST('/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff/{staff_id}/approvals', {
    params: { path: { contract_id: contractId, source_id: sourceId, staff_id: staffId } },
  })

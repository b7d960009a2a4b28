/** The way of a contract from a draft to its first figure, as both parties see it. */
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/client'
import type { Acceptance, Commitment, Contract, Objective, Terms } from '../api/types'
import { midnightIn } from '../format/dates'
import { STEPS, type Step } from './step-names'

const LIMIT = 1000
const FEWEST_COMMITMENTS = 3
const of = (contractId: string) => ({ params: { path: { contract_id: contractId }, query: { limit: LIMIT } } })

const termsQuery = (id: string) => api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/parameters', of(id))
export const objectivesQuery = (id: string) => api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/objectives', of(id))
export const acceptancesQuery = (id: string) => api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/acceptances', of(id))
export const commitmentsQuery = (id: string) =>
  api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/commitments', {
    params: { path: { contract_id: id }, query: { limit: LIMIT, history: true } },
  })
export const correctionsQuery = (id: string) => api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/corrections', of(id))
export const closingsQuery = (id: string) => api.queryOptions('get', '/api/contracts/v1/contracts/{contract_id}/amendments/closings', of(id))
const sourcesQuery = (id: string) => api.queryOptions('get', '/api/kpi/v1/sources', { params: { query: { contract_id: id, limit: 200 } } })

/** Every version of the parameters; the client says of an interval only that it is a list of texts. */
export const useTerms = (id: string, enabled = true) => useQuery({ ...termsQuery(id), enabled }).data?.items as Terms[] | undefined

/** From when on what is written in a draft holds. */
export const beginning = (contract: Contract) => midnightIn(contract.zone, contract.starts_on)

type Dated = { valid_from: string; recorded_at: string | null }

/** Of versions in force, the one that rules at an instant: the last valid by then, of twins the one recorded last. */
function ruling<Version extends Dated>(versions: readonly Version[], at: string): Version | null {
  const instant = Date.parse(at)
  return (
    versions
      .filter((one) => one.recorded_at !== null && Date.parse(one.valid_from) <= instant)
      .toSorted((a, b) => Date.parse(a.valid_from) - Date.parse(b.valid_from) || a.recorded_at!.localeCompare(b.recorded_at!))
      .at(-1) ?? null
  )
}

export const termsAt = (items: readonly Terms[], at: string): Terms | null => ruling(items, at)

export function commitmentsAt(items: readonly Commitment[], at: string): Commitment[] {
  const keys = Map.groupBy(items, (one) => `${one.indicator} ${one.variant ?? ''}`)
  return [...keys.values()].map((own) => ruling(own, at)).filter((one): one is Commitment => one !== null && !one.ends)
}

/** Those that stand: no other in force has taken their place. */
export const standing = (items: readonly Objective[]) =>
  items.filter((one) => one.state === 'in_force' && !items.some((other) => other.state === 'in_force' && other.replaces === one.id))

/** The objective that stands where a commitment names one that was replaced. */
export function successor(items: readonly Objective[], id: string | null): Objective | null {
  const next = items.find((one) => one.state === 'in_force' && one.replaces === id)
  return next && id !== null ? successor(items, next.id) : (items.find((one) => one.id === id) ?? null)
}

/** Sides whose newest acceptance is of the present text. */
export const acceptedBy = (items: readonly Acceptance[]) => new Set(items.filter((one) => one.version_id === null && !one.void).map((one) => one.side))

/** What is done of each step; null while something of it is not read yet. */
export function useSteps(contract: Contract, enabled = true): Record<Step, boolean> | null {
  const options = { enabled: enabled && contract.state === 'draft' }
  const terms = useTerms(contract.id, options.enabled)
  const objectives = useQuery({ ...objectivesQuery(contract.id), ...options }).data?.items
  const commitments = useQuery({ ...commitmentsQuery(contract.id), ...options }).data?.items
  const sources = useQuery({ ...sourcesQuery(contract.id), ...options }).data?.items
  const acceptances = useQuery({ ...acceptancesQuery(contract.id), ...options }).data?.items
  if (!terms || !objectives || !commitments || !sources || !acceptances) return null
  const now = termsAt(terms, beginning(contract))
  const promised = commitmentsAt(commitments, beginning(contract))
  return {
    parties: true,
    horaires: Object.keys(now?.schedules ?? {}).length > 0,
    delais: now?.sla != null,
    objectifs: standing(objectives).length > 0,
    engagements: promised.length >= FEWEST_COMMITMENTS,
    source: sources.length > 0,
    acceptation: acceptedBy(acceptances).size === 2,
  }
}

export const doneOf = (steps: Record<Step, boolean>) => STEPS.filter((one) => steps[one]).length

/** The same shape as `npm run gen:api` writes; replaced by it once openapi.json is exported. */

interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail?: string | null
}
interface Refusal {
  headers: { [name: string]: unknown }
  content: { 'application/problem+json': Problem }
}
interface Answer<Status extends number, Body> {
  responses: { [status in Status]: { headers: { [name: string]: unknown }; content: { 'application/json': Body } } } & { 404: Refusal }
}
type PathPart<Path> = [Path] extends [never] ? { path?: never } : { path: Path }
interface Get<Path, Query, Body> extends Answer<200, Body> {
  parameters: PathPart<Path> & { query?: Query; header?: never; cookie?: never }
  requestBody?: never
}
interface Send<Path, Sent, Status extends number, Body> extends Answer<Status, Body> {
  parameters: PathPart<Path> & { query?: never; header?: { 'Idempotency-Key'?: string | null }; cookie?: never }
  requestBody: { content: { 'application/json': Sent } }
}
interface Remove<Path> {
  parameters: PathPart<Path> & { query?: never; header?: never; cookie?: never }
  requestBody?: never
  responses: { 204: { headers: { [name: string]: unknown }; content?: never } }
}
interface Page<Item> {
  items: Item[]
  next_cursor: string | null
}
interface Interval {
  low: string
  high: string
  level: string
}
type Unit = 'ratio' | 'points' | 's' | 'count'
type Direction = 'higher' | 'lower'
type Variant = 'median' | 'p90' | 'mean'
type Verdict = 'met' | 'met_within_tolerance' | 'missed' | 'no_target' | 'no_value' | 'insufficient_sample' | 'incomplete'
interface Figure {
  figure_id: string
  version: number | null
  indicator: string
  variant: Variant | null
  period: string
  dimensions: { [name: string]: string }
  value: string | null
  unit: Unit
  direction: Direction
  numerator: number | null
  denominator: number | null
  sample_size: number
  interval: Interval | null
  target: string | null
  tolerance: string | null
  verdict: Verdict
  certainty: 'exact' | 'established' | 'not_distinguishable' | 'none'
  state: 'open' | 'closed' | 'contested' | 'agreed' | 'frozen'
  provisional: boolean
  data_as_of: string | null
  commitment: {
    id: string
    clause: string
    class: 'contractual' | 'observed'
    weight: string | null
    objective_id: string | null
    orphan: boolean
    valid_from: string
  } | null
}
interface SeriesItem {
  period: string
  value: string | null
  numerator: number | null
  denominator: number | null
  interval: Interval | null
  target: string | null
  tolerance: string | null
  verdict: Verdict
  provisional: boolean
}
interface Series {
  indicator: string
  variant: Variant | null
  unit: Unit
  direction: Direction
  grain: 'day' | 'month'
  window: number
  from: string
  to: string
  data_as_of: string | null
  items: SeriesItem[]
}
interface SourceFreshness {
  source_id: string
  name: string
  system: string
  last_received_at: string | null
  last_event_at: string | null
  deliveries: { accepted: number; duplicate: number; malformed: number; rejected_signature: number; rejected_stale: number; conflicts: number }
  quarantined: number
  tickets: number
  orphans: number
  completeness: string | null
  replayed: number
}
interface Bilingual {
  fr: string
  en: string
}
interface ExplainedTicket {
  source_id: string
  ticket_id: string
  counted: 'in' | 'out'
  reason: string | null
  in_numerator: boolean | null
  value_s: number | null
  answer: 'promoter' | 'passive' | 'detractor' | 'satisfied' | 'dissatisfied' | null
  pending: boolean
  reference_at: string | null
  events: { kind: string; effective_at: string; received_at: string; recorded_at: string; delivery_id: string; origin: string }[]
}
interface Explanation {
  figure: Figure
  formula: { text: Bilingual; numerator: Bilingual; denominator: Bilingual; reference_event: Bilingual; source: string }
  commitment: {
    id: string
    clause: string
    target: string
    tolerance: string
    direction: Direction
    class: 'contractual' | 'observed'
    weight: string | null
    objective: { id: string; statement: string } | null
    valid_from: string
    recorded_at: string
  } | null
  terms: { id: string; valid_from: string; recorded_at: string; reopen_window_hours: string; sla: { schedule: string | null; first_response_target_seconds: number | null; resolution_target_seconds: number | null } | null }[]
  calendar: { zone: string; from: string; to: string; schedule: string | null; working_seconds: number | null; holidays: string[] }
  counts: { in: { numerator: number; denominator: number; pending: number }; out: { reason: string; tickets: number }[] }
  recomputed: { value: string | null; numerator: number | null; denominator: number | null; tickets_read: number; equal: boolean }
  versions: { version: number; published_at: string; value: string | null; verdict: Verdict }[]
  tickets: Page<ExplainedTicket>
}
type AnnotationKind = 'cause' | 'event' | 'data' | 'remark'
interface Annotation {
  id: string
  indicator: string
  starts_on: string
  ends_on: string | null
  kind: AnnotationKind
  text: string
  author: { subject: string; name: string; organisation_id: string; side: 'donneur_ordre' | 'sous_traitant' }
  created_at: string
  withdrawn_at: string | null
}
interface Contract {
  id: string
  title: string
  kind: string
  donneur_ordre_id: string
  sous_traitant_id: string
  zone: string
  starts_on: string
  ends_on: string | null
  state: string
  revision: number
  created_at: string
  activated_at: string | null
}
interface Session {
  person: { id: string; name: string; email: string }
  organisation: { id: string; name: string }
  functions: string[]
  roles: string[]
  expires_at: string
}
interface BiKey {
  id: string
  name: string
  contract_ids: string[]
  expires_at: string
  created_at: string
  created_by: string
  last_used_at: string | null
  revoked_at: string | null
}
interface Source {
  id: string
  url: string
  contract_id: string
  system: string
  name: string
  created_at: string
  last_received_at: string | null
  verdicts: { verdict: string; conflict: boolean; deliveries: number; last_received_at: string }[]
}
interface Delivery {
  receipt_id: string
  received_at: string
  recorded_at: string
  origin: string
  verdict: string
  conflict: boolean
  reason: string | null
  event_type: string | null
  ticket_id: string | null
  first_receipt_id: string | null
  sha256: string
  size: number
  events: number
  skewed: boolean
  secret_slot: number | null
}
interface Quarantined {
  receipt_id: string
  sha256: string
  received_at: string
  recorded_at: string
  reason: string
  released_at: string | null
}
interface ContractPath {
  contract_id: string
}
interface Paging {
  limit?: number
  cursor?: string | null
}
interface BothTimes {
  as_of?: string | null
  known_at?: string | null
}

export interface paths {
  '/auth/session': {
    get: Get<never, never, Session>
    post: Send<never, { email: string; password: string }, 200, Session>
    delete: Remove<never>
  }
  '/auth/sessions': { delete: Remove<never> }
  '/auth/keys': {
    get: Get<never, Paging, Page<BiKey>>
    post: Send<never, { name: string; contract_ids: string[]; expires_on: string }, 201, BiKey & { secret: string }>
  }
  '/auth/keys/{key_id}': { delete: Remove<{ key_id: string }> }
  '/api/contracts/v1/contracts': { get: Get<never, Paging, Page<Contract>> }
  '/api/contracts/v1/contracts/{contract_id}': { get: Get<ContractPath, never, Contract> }
  '/api/contracts/v1/organisations': { get: Get<never, Paging, Page<{ id: string; name: string }>> }
  '/api/kpi/v1/contracts/{contract_id}/figures': { get: Get<ContractPath, { period: string } & BothTimes, Page<Figure>> }
  '/api/kpi/v1/contracts/{contract_id}/watermark': { get: Get<ContractPath, never, { watermark: string; data_as_of: string | null }> }
  '/api/kpi/v1/contracts/{contract_id}/series': {
    get: Get<ContractPath, { indicator: string; variant?: Variant | null; from: string; to: string; grain?: 'day' | 'month'; window?: number }, Series>
  }
  '/api/kpi/v1/contracts/{contract_id}/freshness': { get: Get<ContractPath, never, Page<SourceFreshness>> }
  '/api/kpi/v1/contracts/{contract_id}/annotations': {
    get: Get<ContractPath, { indicator?: string | null; from?: string | null; to?: string | null } & Paging, Page<Annotation>>
    post: Send<ContractPath, { indicator: string; starts_on: string; ends_on: string | null; kind: AnnotationKind; text: string }, 201, Annotation>
  }
  '/api/kpi/v1/contracts/{contract_id}/annotations/{annotation_id}': { delete: Remove<ContractPath & { annotation_id: string }> }
  '/api/kpi/v1/figures/{figure_id}/explanation': {
    get: Get<{ figure_id: string }, { version?: number | null; counted?: 'in' | 'out' | 'numerator' | 'not_numerator' | null } & BothTimes & Paging, Explanation>
  }
  '/api/kpi/v1/sources': { get: Get<never, { contract_id: string } & Paging, Page<Source>> }
  '/api/kpi/v1/sources/{source_id}/deliveries': { get: Get<{ source_id: string }, { verdict?: string | null } & Paging, Page<Delivery>> }
  '/api/kpi/v1/sources/{source_id}/quarantine/readings': {
    post: { parameters: { path: { source_id: string }; query?: never; header?: never; cookie?: never }; requestBody?: never } & Answer<200, { read: number; still_malformed: number }>
  }
  '/api/kpi/v1/sources/{source_id}/quarantine': { get: Get<{ source_id: string }, Paging, Page<Quarantined>> }
}

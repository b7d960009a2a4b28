/** Names for what the API answers, taken from its paths so that a renamed component changes nothing here. */
import type { paths } from './schema'

type Answered<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** What may be asked for; figures name theirs as plain text. */
export type IndicatorCode = paths['/api/kpi/v1/contracts/{contract_id}/series']['get']['parameters']['query']['indicator']
export type Session = Answered<'/auth/session'>
export type BiKey = Answered<'/auth/keys'>['items'][number]
export type Contract = Answered<'/api/contracts/v1/contracts'>['items'][number]
export type Terms = Answered<'/api/contracts/v1/contracts/{contract_id}/parameters'>['items'][number]
export type Schedule = Terms['schedules'][string]
export type Objective = Answered<'/api/contracts/v1/contracts/{contract_id}/objectives'>['items'][number]
export type Commitment = Answered<'/api/contracts/v1/contracts/{contract_id}/commitments'>['items'][number]
export type ContractCorrection = Answered<'/api/contracts/v1/contracts/{contract_id}/corrections'>['items'][number]
export type Closing = Answered<'/api/contracts/v1/contracts/{contract_id}/amendments/closings'>['items'][number]
export type Acceptance = Answered<'/api/contracts/v1/contracts/{contract_id}/acceptances'>['items'][number]
export type Signatory = Answered<'/api/contracts/v1/contracts/{contract_id}/signatories'>['items'][number]
export type Organisation = Answered<'/api/contracts/v1/organisations'>['items'][number]
export type Figure = Answered<'/api/kpi/v1/contracts/{contract_id}/figures'>['items'][number]
export type Series = Answered<'/api/kpi/v1/contracts/{contract_id}/series'>
export type Comparison = Answered<'/api/kpi/v1/contracts/{contract_id}/comparisons'>
export type ComparisonItem = Comparison['items'][number]
export type DimensionName = Comparison['dimension']
export type DeclaredDimension = NonNullable<Explanation['terms'][number]['dimensions'][DimensionName]>
export type SeriesItem = Series['items'][number]
export type SourceFreshness = Answered<'/api/kpi/v1/contracts/{contract_id}/freshness'>['items'][number]
export type Annotation = Answered<'/api/kpi/v1/contracts/{contract_id}/annotations'>['items'][number]
export type Explanation = Answered<'/api/kpi/v1/figures/{figure_id}/explanation'>
export type ExplainedTicket = Explanation['tickets']['items'][number]
export type AdjustmentLine = Answered<'/api/kpi/v1/contracts/{contract_id}/adjustments'>['items'][number]
export type Adjustment = Answered<'/api/kpi/v1/figures/{figure_id}/adjustments/{version}'>
export type MovedTicket = Adjustment['tickets']['items'][number]
export type Source = Answered<'/api/kpi/v1/sources'>['items'][number]
export type Verbatim = Answered<'/api/feedback/v1/contracts/{contract_id}/verbatims'>['items'][number]
export type Themes = Answered<'/api/feedback/v1/contracts/{contract_id}/themes'>
export type Theme = Themes['items'][number]
export type RelayItem = Answered<'/api/feedback/v1/contracts/{contract_id}/relay/items'>['items'][number]
export type RelayStep = RelayItem['steps'][number]
export type RelayCounts = Answered<'/api/feedback/v1/contracts/{contract_id}/relay/counts'>
export type RelayTeam = Answered<'/api/feedback/v1/contracts/{contract_id}/relay/teams'>['items'][number]
export type RelayRules = Answered<'/api/feedback/v1/contracts/{contract_id}/relay/rules'>
export type RelayDelay = Answered<'/api/feedback/v1/contracts/{contract_id}/relay/delays'>['reply']
export type ScoreCount = Answered<'/api/feedback/v1/contracts/{contract_id}/verbatims/scores'>['items'][number]
export type Scope = Answered<'/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/scopes'>['items'][number]
export type StaffVersion = Answered<'/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/staff'>['items'][number]
export type Today = Answered<'/api/kpi/v1/contracts/{contract_id}/today'>
export type Board = NonNullable<Today['board']>
export type HalfHour = Board['half_hours'][number]
export type Condition = Scope['conditions'][number]
export type Attribute = Condition['attribute']
export type ToldValue = Answered<'/api/kpi/v1/contracts/{contract_id}/sources/{source_id}/values'>['items'][number]
export type Feed = Answered<'/api/kpi/v1/contracts/{contract_id}/feeds'>['items'][number]
export type PersonRequest = Answered<'/api/feedback/v1/contracts/{contract_id}/person-requests'>['items'][number]
export type MaskCorrection = Answered<'/api/feedback/v1/contracts/{contract_id}/mask-corrections'>['items'][number]
export type Survey = Answered<'/api/feedback/v1/contracts/{contract_id}/surveys'>['items'][number]
export type Rebuild = Answered<'/api/kpi/v1/contracts/{contract_id}/rebuilds'>['items'][number]
export type SourceGap = Answered<'/api/kpi/v1/sources/{source_id}/gaps'>['items'][number]
export type Trial = paths['/api/kpi/v1/sources/{source_id}/trials']['post']['responses'][200]['content']['application/json']
export type TriedTicket = Trial['tickets'][number]
export type Baseline = Answered<'/api/kpi/v1/contracts/{contract_id}/baselines'>['items'][number]
export type BeforeAfter = Answered<'/api/kpi/v1/contracts/{contract_id}/before-after'>
export type Practice = Answered<'/api/kpi/v1/contracts/{contract_id}/practices'>['items'][number]
export type Delivery = Answered<'/api/kpi/v1/sources/{source_id}/deliveries'>['items'][number]

export type Unit = Figure['unit']
export type Direction = Figure['direction']
export type Variant = NonNullable<Figure['variant']>
export type Verdict = Figure['verdict']
export type Certainty = Figure['certainty']
export type Person = Answered<'/api/contracts/v1/organisations/{organisation_id}/people'>['items'][number]
export type FunctionName = Person['functions'][number]
export type Delegation = Answered<'/api/contracts/v1/contracts/{contract_id}/functions'>['items'][number]
export type OwnSession = Answered<'/auth/sessions'>['items'][number]
export type SecondFactor = Answered<'/auth/second-factor'>
export type Enrolment = paths['/auth/second-factor']['post']['responses'][201]['content']['application/json']
export type ProviderSettings = Answered<'/auth/provider'>
export type ProviderTest = paths['/auth/provider/tests']['post']['responses'][200]['content']['application/json']
export type JournalEntry = Answered<'/auth/journal'>['items'][number]
export type Profile = Answered<'/api/contracts/v1/me'>
export type PersonalLink = paths['/auth/links/readings']['post']['responses'][200]['content']['application/json']
export type GivenLink = paths['/api/contracts/v1/organisations/{organisation_id}/people/{person_id}/links']['post']['responses'][201]['content']['application/json']
export type Action = Answered<'/api/contracts/v1/contracts/{contract_id}/actions'>['items'][number]
export type ActionWithSteps = Answered<'/api/contracts/v1/contracts/{contract_id}/actions/{action_id}'>
export type Notification = Answered<'/api/contracts/v1/notifications'>['items'][number]
export type Rhythms = NonNullable<paths['/api/contracts/v1/notifications/preferences']['put']['requestBody']>['content']['application/json']
export type Thread = Answered<'/api/feedback/v1/contracts/{contract_id}/threads'>['items'][number]
export type ThreadMessage = Answered<'/api/feedback/v1/contracts/{contract_id}/threads/{thread_id}'>['messages'][number]
export type AnswerDelays = Answered<'/api/feedback/v1/contracts/{contract_id}/threads/delays'>['items'][number]
export type Quarter = Answered<'/api/feedback/v1/contracts/{contract_id}/evaluations'>['items'][number]
export type Criteria = Answered<'/api/feedback/v1/contracts/{contract_id}/evaluations/criteria'>

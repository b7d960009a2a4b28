/** What an amendment changes, part by part, in words; parts that stay the same are left out. */
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Commitment, Objective, Schedule, Terms } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { useDimensionsText } from './dimensions-text'
import { definitionOf } from './catalogue'
import type { Change } from './changes'
import { USUAL_CLOCKS } from './delays'
import { dateOf } from './Holidays'
import { useOwners } from './owners'
import { USUAL_CONTACT_DAYS, type Sessions } from './sessions'
import { USUAL_GRACE_HOURS, USUAL_SAMPLE } from './terms'
import { useSetUpWords } from './words'
import type { NewTerms } from './write'

export interface Row {
  label: string
  before: ReactNode
  after: ReactNode
}

const NOTHING = '–'
const differing = (rows: readonly Row[]) => rows.filter((one) => one.before !== one.after)

export function useDifference() {
  const terms = useTermsRows()
  const objective = useObjectiveRows()
  const commitment = useCommitmentRows()
  return (change: Change, objectives: readonly Objective[]): Row[] => {
    if (change.kind === 'terms') return differing(terms(change.before, change.after))
    if (change.kind === 'objective') return differing(objective(change.before, change.after))
    return change.kind === 'commitment' ? differing(commitment(change.before, change.after, objectives)) : []
  }
}

/** What is in a draft beside what one is about to write into it. */
export function useTermsDifference() {
  const rows = useTermsRows()
  return (theirs: Terms | null, mine: NewTerms) =>
    differing(rows(theirs, { ...USUAL, ...mine })).map(({ label, before, after }) => ({ label, theirs: before, mine: after }))
}

const USUAL = { late_grace_hours: USUAL_GRACE_HOURS, minimum_sample_size: USUAL_SAMPLE, minimum_data_completeness: null, minimum_time_heard: null, repeat_contacts: null, clocks: null, dimensions: null }
type Said = Pick<Terms, 'schedules' | 'reopen_window_hours' | 'sla' | 'late_grace_hours' | 'minimum_sample_size' | 'minimum_data_completeness' | 'minimum_time_heard' | 'repeat_contacts' | 'clocks' | 'dimensions'>

function useTermsRows() {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSetUpWords()
  const owners = useOwners()
  const hours = (schedule: Schedule | undefined) =>
    schedule ? `${schedule.days.map(words.day).join(', ')}, ${schedule.intervals.map(([from, to]) => `${from}–${to}`).join(', ')} (${schedule.tz})` : NOTHING
  const delay = (seconds: number | null | undefined) => (seconds ? format.duration(seconds) : NOTHING)
  const closed = (schedule: Schedule | undefined, other: Schedule | undefined) => {
    const known = new Set((other?.holidays ?? []).map((one) => JSON.stringify(one)))
    const own = (schedule?.holidays ?? []).filter((one) => !known.has(JSON.stringify(one)))
    return own.map((one) => format.day(dateOf(one), 'full')).join(', ') || NOTHING
  }
  const counted = (terms: Said | null) => (terms?.sla ? (terms.sla.schedule ?? t`jour et nuit, tous les jours`) : NOTHING)
  const share = (ratio: string | null | undefined) => (ratio ? format.amount(ratio, 'ratio') : NOTHING)
  const conversations = ({ channels, silence_minutes: minutes }: Sessions) => t`conversations sur ${channels.join(', ')} après ${format.duration(minutes * 60)} de silence`
  const repeated = ({ repeat_contacts: rules }: Said) => {
    const days = format.integer(rules?.days ?? USUAL_CONTACT_DAYS)
    const channels = rules?.channels?.join(', ') ?? t`tous les canaux`
    const reason = rules?.reason === 'none' ? t`tout motif` : rules?.reason === 'group' ? t`même groupe` : t`même formulaire`
    const sessions = rules?.sessions
    return [t`${days} jours`, channels, reason, ...(rules?.across_sources ? [t`toutes les sources`] : []), ...(sessions ? [conversations(sessions)] : [])].join(' ; ')
  }
  const others = (terms: Said | null) =>
    (terms?.sla?.priorities ?? [])
      .map((one) => `${one.names.join(', ')} : ${delay(one.first_response_target_seconds)} / ${delay(one.resolution_target_seconds)}, ${one.schedule ?? t`jour et nuit, tous les jours`}`)
      .join(' ; ') || NOTHING
  const waits = (terms: Said | null) => {
    const clocks = terms?.clocks ?? USUAL_CLOCKS
    const reasons = Object.entries(clocks.hold_reasons ?? {}).map(([reason, owner]) => `${reason} : ${owners.time(owner)}`)
    return [`pending : ${owners.time(clocks.pending)}`, `hold : ${owners.time(clocks.hold)}`, ...reasons].join(' ; ')
  }
  const stops = (terms: Said | null, field: 'first_response_stops' | 'resolution_stops' | 'time_leaves_out') =>
    owners.times((terms?.clocks ?? USUAL_CLOCKS)[field] ?? []) || NOTHING
  const cut = useDimensionsText()
  return (before: Said | null, after: Said): Row[] => {
    const names = [...new Set([...Object.keys(before?.schedules ?? {}), ...Object.keys(after.schedules)])]
    return [
      ...names.flatMap((name) => {
        const [was, is] = [before?.schedules[name], after.schedules[name]]
        return [
          { label: t`Horaire « ${name} »`, before: hours(was), after: hours(is) },
          { label: t`Jours fermés, « ${name} »`, before: closed(was, is), after: closed(is, was) },
        ]
      }),
      { label: t`Fenêtre de réouverture`, before: before ? format.duration(before.reopen_window_hours * 3600) : NOTHING, after: format.duration(after.reopen_window_hours * 3600) },
      { label: t`Première réponse promise`, before: delay(before?.sla?.first_response_target_seconds), after: delay(after.sla?.first_response_target_seconds) },
      { label: t`Résolution promise`, before: delay(before?.sla?.resolution_target_seconds), after: delay(after.sla?.resolution_target_seconds) },
      { label: t`Temps compté dans l’horaire`, before: counted(before), after: counted(after) },
      { label: t`Délais d’une priorité`, before: others(before), after: others(after) },
      { label: t`Qui fait attendre`, before: waits(before), after: waits(after) },
      { label: t`La résolution promise ne compte pas`, before: stops(before, 'resolution_stops'), after: stops(after, 'resolution_stops') },
      { label: t`La première réponse promise ne compte pas`, before: stops(before, 'first_response_stops'), after: stops(after, 'first_response_stops') },
      { label: t`Le délai de résolution contractuel ne compte pas`, before: stops(before, 'time_leaves_out'), after: stops(after, 'time_leaves_out') },
      { label: t`Attente des événements tardifs`, before: before ? format.duration(before.late_grace_hours * 3600) : NOTHING, after: format.duration(after.late_grace_hours * 3600) },
      { label: t`Réponses au moins, pour juger`, before: before ? format.integer(before.minimum_sample_size) : NOTHING, after: format.integer(after.minimum_sample_size) },
      { label: t`Données complètes au moins`, before: share(before?.minimum_data_completeness), after: share(after.minimum_data_completeness) },
      { label: t`Temps sans silence au moins`, before: share(before?.minimum_time_heard), after: share(after.minimum_time_heard) },
      { label: t`Dimensions`, before: cut(before?.dimensions), after: cut(after.dimensions) },
      { label: t`Nouveau contact d’un client`, before: before ? repeated(before) : NOTHING, after: repeated(after) },
    ]
  }
}

function useObjectiveRows() {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const words = useSetUpWords()
  const told: [string, (one: Objective) => string][] = [
    [t`Objectif`, (one) => one.statement],
    [t`Indicateur`, (one) => names.indicator(one.metric)],
    [t`Valeur de départ`, (one) => format.amount(one.baseline_value, definitionOf(one.metric).unit)],
    [t`Valeur visée`, (one) => format.amount(one.target_value, definitionOf(one.metric).unit)],
    [t`Dates`, (one) => `${format.day(one.starts_on, 'full')} – ${format.day(one.due_on, 'full')}`],
    [t`Porteurs`, (one) => `${one.owner_donneur_ordre}, ${one.owner_sous_traitant}`],
    [t`Motif`, (one) => words.motive(one.motive)],
    [t`Priorité stratégique`, (one) => one.strategic_priority ?? NOTHING],
  ]
  return (before: Objective | null, after: Objective): Row[] =>
    told.map(([label, say]) => ({ label, before: before ? say(before) : NOTHING, after: say(after) }))
}

function useCommitmentRows() {
  const { t } = useLingui()
  const format = useFormat()
  return (before: Commitment | null, after: Commitment, objectives: readonly Objective[]): Row[] => {
    const served = (one: Commitment) => objectives.find((other) => other.id === one.objective_id)?.statement ?? NOTHING
    const told: [string, (one: Commitment) => string][] = [
      [t`Cible`, (one) => `${one.direction === 'higher' ? '≥' : '≤'} ${format.amount(one.target, one.unit)}`],
      [t`Tolérance`, (one) => (Number(one.tolerance) ? format.amount(one.tolerance, one.unit) : NOTHING)],
      [t`Portée`, (one) => (one.class === 'observed' ? t`suivi, sans conséquence` : t`contractuel`)],
      [t`Objectif servi`, served],
      [t`Clause`, (one) => one.clause],
    ]
    const held = before && !before.ends ? before : null
    if (after.ends) return told.map(([label, say]) => ({ label, before: held ? say(held) : NOTHING, after: NOTHING }))
    return told.map(([label, say]) => ({ label, before: held ? say(held) : NOTHING, after: say(after) }))
  }
}

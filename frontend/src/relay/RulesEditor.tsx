import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import type { RelayRules, RelayTeam, Theme } from '../api/types'
import { useFormat } from '../format/use-format'
import { useFeedbackRenewal } from '../themes/queries'
import { Field } from '../ui/Field'
import { useVerbatimWords } from '../verbatims/words'
import { conditionsOf, draftOf, moved, ruleOf, type DraftRule } from './drafts'
import { writeRules, type When } from './queries'
import { NotKept, WrittenBy } from './Saved'

const QUESTIONS: When['kinds'] = ['nps', 'csat', 'ces', 'fcr_declared']
const USUAL_HOURS = '48'

interface RulesEditorProps {
  contractId: string
  rules: RelayRules
  teams: readonly RelayTeam[]
  themes: readonly Theme[]
  manages: boolean
}

/** The rules in their order; whoever may changes them all at once. */
export function RulesEditor({ contractId, rules, teams, themes, manages }: RulesEditorProps) {
  const renew = useFeedbackRenewal()
  const active = teams.filter((one) => one.active)
  const [drafts, setDrafts] = useState<DraftRule[]>(rules.items.map(draftOf))
  const save = useMutation({ mutationFn: () => writeRules(contractId, rules.version, drafts.map(ruleOf)), onSuccess: renew })
  const add = () =>
    setDrafts([...drafts, { id: null, key: crypto.randomUUID(), kind: 'nps', from: '0', to: '6', themes: [], channels: '', queues: '', team: active[0]?.id ?? '', hours: USUAL_HOURS }])
  const change = (place: number, part: Partial<DraftRule>) => setDrafts(drafts.map((one, at) => (at === place ? { ...one, ...part } : one)))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    save.mutate()
  }
  if (!manages) return <Rules rules={rules} teams={teams} themes={themes} />
  return (
    <form onSubmit={submit}>
      <WrittenBy {...rules} />
      {drafts.map((draft, place) => (
        <RuleFields
          key={draft.key}
          place={place}
          draft={draft}
          teams={active}
          themes={themes}
          change={(part) => change(place, part)}
          move={(by) => setDrafts(moved(drafts, place, by))}
          remove={() => setDrafts(drafts.filter((_, at) => at !== place))}
        />
      ))}
      {active.length ? null : (
        <p className="notice">
          <Trans>Une règle envoie à une équipe : le prestataire crée d’abord la sienne.</Trans>
        </p>
      )}
      <NotKept error={save.error} />
      <div className="relay-acts">
        <button type="button" className="button-quiet" disabled={!active.length} onClick={add}>
          <Trans>Ajouter une règle</Trans>
        </button>
        <button className="button" disabled={save.isPending}>
          {save.isPending ? <Trans>Enregistrement…</Trans> : <Trans>Enregistrer les règles</Trans>}
        </button>
        <span role="status">{save.isSuccess ? <Trans>Règles enregistrées.</Trans> : null}</span>
      </div>
    </form>
  )
}

interface RuleFieldsProps {
  place: number
  draft: DraftRule
  teams: readonly RelayTeam[]
  themes: readonly Theme[]
  change: (part: Partial<DraftRule>) => void
  move: (by: 1 | -1) => void
  remove: () => void
}

function RuleFields({ place, draft, teams, themes, change, move, remove }: RuleFieldsProps) {
  const { t } = useLingui()
  const { language } = useFormat()
  const words = useVerbatimWords()
  const toggle = (code: string) => change({ themes: draft.themes.includes(code) ? draft.themes.filter((one) => one !== code) : [...draft.themes, code] })
  const number = place + 1
  return (
    <fieldset className="relay-rule">
      <legend>
        <Trans>Règle {number}</Trans>
      </legend>
      <div className="field-row">
        <Field label={t`Question`}>
          <select value={draft.kind} onChange={(event) => change({ kind: event.target.value as DraftRule['kind'] })}>
            <option value="">{t`Toutes`}</option>
            {QUESTIONS.map((one) => (
              <option key={one} value={one}>
                {words.question(one)}
              </option>
            ))}
          </select>
        </Field>
        {draft.kind ? (
          <>
            <Field label={t`Note, de`}>
              <input type="number" min={0} value={draft.from} onChange={(event) => change({ from: event.target.value })} />
            </Field>
            <Field label={t`Note, à`}>
              <input type="number" min={0} value={draft.to} onChange={(event) => change({ to: event.target.value })} />
            </Field>
          </>
        ) : null}
        <Field label={t`Canaux`} hint={<Trans>Séparés par des virgules.</Trans>}>
          <input value={draft.channels} onChange={(event) => change({ channels: event.target.value })} />
        </Field>
        <Field label={t`Files d’attente`} hint={<Trans>Séparées par des points-virgules.</Trans>}>
          <input value={draft.queues} onChange={(event) => change({ queues: event.target.value })} />
        </Field>
        <Field label={t`Équipe`}>
          <select required value={draft.team} onChange={(event) => change({ team: event.target.value })}>
            {teams.some((one) => one.id === draft.team) ? null : <option value="">{t`Choisir`}</option>}
            {teams.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t`Réponse sous (heures)`}>
          <input type="number" required min={1} max={720} value={draft.hours} onChange={(event) => change({ hours: event.target.value })} />
        </Field>
      </div>
      <div role="group" aria-label={t`Thèmes de la règle ${number}`}>
        <span className="small soft">
          <Trans>Thèmes : aucun coché, tous conviennent.</Trans>
        </span>
        <div className="choices">
          {themes.map((one) => (
            <label key={one.code} className="choice">
              <input type="checkbox" checked={draft.themes.includes(one.code)} onChange={() => toggle(one.code)} />
              {one.label[language]}
            </label>
          ))}
        </div>
      </div>
      <div className="relay-acts">
        <button type="button" className="button-quiet" onClick={() => move(-1)} aria-label={t`Monter la règle ${number}`}>
          ↑
        </button>
        <button type="button" className="button-quiet" onClick={() => move(1)} aria-label={t`Descendre la règle ${number}`}>
          ↓
        </button>
        <button type="button" className="button-quiet" onClick={remove} aria-label={t`Supprimer la règle ${number}`}>
          <Trans>Supprimer</Trans>
        </button>
      </div>
    </fieldset>
  )
}

/** The same in words, for who reads. */
function Rules({ rules, teams, themes }: Pick<RulesEditorProps, 'rules' | 'teams' | 'themes'>) {
  const { t } = useLingui()
  const { language } = useFormat()
  const words = useVerbatimWords()
  const label = (code: string) => themes.find((one) => one.code === code)?.label[language] ?? code
  if (!rules.items.length) {
    return (
      <p className="soft">
        <Trans>Aucune règle : rien n’est relayé. Un responsable de l’une ou l’autre partie les écrit.</Trans>
      </p>
    )
  }
  return (
    <>
      <WrittenBy {...rules} />
      <ol>
        {rules.items.map((one) => {
          const { kinds, score_from: from, score_to: to, themes: codes, channels, queues } = conditionsOf(one)
          const team = teams.find((other) => other.id === one.team_id)?.name ?? '–'
          const told = [
            ...kinds.map(words.question),
            ...(from === null && to === null ? [] : [t`note de ${from ?? 0} à ${to ?? '…'}`]),
            ...codes.map(label),
            ...channels,
            ...queues,
          ]
          return (
            <li key={one.id}>
              {told.length ? told.join(', ') : t`toute réponse`} → {team},{' '}
              <Plural value={one.answer_within_hours} one="réponse sous une heure" other="réponse sous # heures" />
            </li>
          )
        })}
      </ol>
    </>
  )
}

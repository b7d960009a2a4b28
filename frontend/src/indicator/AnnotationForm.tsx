import { Trans } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type SubmitEvent } from 'react'
import { client } from '../api/client'
import { ApiError } from '../api/problems'
import type { Annotation, IndicatorCode } from '../api/types'
import { lastDay } from '../format/periods'
import { useToday } from '../format/use-today'
import { annotationsQuery } from './queries'
import { useWords } from '../indicators/words'
import { Refusal } from '../ui/Refusal'
import { newKey } from '../api/new-key'
import { writeDraft, type Draft } from './draft'

interface AnnotationFormProps {
  contractId: string
  indicator: string
  period: string
  place: string
  draft: Draft | null
  onDone: () => void
}

const KINDS: Annotation['kind'][] = ['cause', 'event', 'data', 'remark']
const LONGEST = 2000

/** Writes a note; each letter is kept in the browser until the note is sent or given up. */
export function AnnotationForm({ contractId, indicator, period, place, draft, onDone }: AnnotationFormProps) {
  const words = useWords()
  const queries = useQueryClient()
  const id = useId()
  const [found] = useState(draft !== null)
  const [key] = useState(newKey)
  const today = useToday()
  const last = lastDay(period)
  const shown: Draft = draft ?? { kind: 'cause', starts_on: last < today ? last : today, ends_on: '', text: '', key }
  const change = (part: Partial<Draft>) => writeDraft(place, { ...shown, ...part })
  const wrongWay = shown.ends_on !== '' && shown.ends_on < shown.starts_on

  const send = useMutation({
    mutationFn: (note: Draft) =>
      client.POST('/api/kpi/v1/contracts/{contract_id}/annotations', {
        params: { path: { contract_id: contractId }, header: { 'idempotency-key': note.key } },
        body: { indicator: indicator as IndicatorCode, kind: note.kind, starts_on: note.starts_on, ends_on: note.ends_on || null, text: note.text.trim() },
      }),
    onSuccess: async () => {
      writeDraft(place, null)
      onDone()
      await queries.invalidateQueries(annotationsQuery(contractId, indicator))
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!wrongWay && shown.text.trim()) send.mutate(shown)
  }
  return (
    <form className="annotation-form no-print" onSubmit={submit}>
      {found ? (
        <p className="soft small">
          <Trans>Votre brouillon a été conservé dans ce navigateur.</Trans>
        </p>
      ) : null}
      <div className="annotation-fields">
        <label className="field">
          <span>
            <Trans>Type</Trans>
          </span>
          <select value={shown.kind} onChange={(event) => change({ kind: event.target.value as Annotation['kind'] })}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words.kind(kind)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>
            <Trans>Premier jour</Trans>
          </span>
          <input type="date" required value={shown.starts_on} onChange={(event) => change({ starts_on: event.target.value })} />
        </label>
        <label className="field">
          <span>
            <Trans>Dernier jour (facultatif)</Trans>
          </span>
          <input
            type="date"
            value={shown.ends_on}
            aria-invalid={wrongWay}
            aria-describedby={wrongWay ? `${id}-order` : undefined}
            onChange={(event) => change({ ends_on: event.target.value })}
          />
          {wrongWay ? (
            <span id={`${id}-order`} className="field-error">
              <Trans>Le dernier jour précède le premier.</Trans>
            </span>
          ) : null}
        </label>
      </div>
      <label className="field">
        <span>
          <Trans>Texte, lu par les deux parties</Trans>
        </span>
        <textarea rows={3} required maxLength={LONGEST} value={shown.text} onChange={(event) => change({ text: event.target.value })} />
      </label>
      {send.error ? (
        <p className="field-error" role="alert">
          {send.error instanceof ApiError && send.error.status === 403 ? (
            <Refusal error={send.error}>
              <Trans>Votre fonction ne permet pas d’annoter. Le texte reste dans ce navigateur.</Trans>
            </Refusal>
          ) : (
            <Trans>L’annotation n’a pas été enregistrée. Le texte reste dans ce navigateur : réessayez.</Trans>
          )}
        </p>
      ) : null}
      <div className="annotation-acts">
        <button className="button" disabled={send.isPending}>
          {send.isPending ? <Trans>Enregistrement…</Trans> : <Trans>Publier l’annotation</Trans>}
        </button>
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            writeDraft(place, null)
            onDone()
          }}
        >
          <Trans>Abandonner</Trans>
        </button>
      </div>
    </form>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import { useFormat } from '../format/use-format'
import { boundsOf, dayOf, hourOf, isUpsideDown, momentOf, type Span } from './span'

interface SpanFieldsProps {
  legend: ReactNode
  span: Span
  onChange: (span: Span) => void
  /** An act on the line of the fields. */
  children?: ReactNode
}

/** From when until when deliveries were received; each end is a day, with an hour or whole. */
export function SpanFields({ legend, span, onChange, children }: SpanFieldsProps) {
  const { t } = useLingui()
  const format = useFormat()
  const hint = useId()
  const wrong = isUpsideDown(boundsOf(span, format.zone))
  const ends = [
    { name: 'du', word: t`Du`, hour: t`Heure de début` },
    { name: 'au', word: t`Au`, hour: t`Heure de fin` },
  ] as const
  return (
    <fieldset className="field span-fields" aria-describedby={hint}>
      <legend>{legend}</legend>
      {ends.map(({ name, word, hour }) => (
        <span key={name} className="span-end">
          <label>
            <span>{word}</span>
            <input
              type="date"
              value={dayOf(span[name])}
              aria-invalid={wrong}
              onChange={(event) => onChange({ ...span, [name]: event.target.value ? momentOf(event.target.value, hourOf(span[name])) : undefined })}
            />
          </label>
          <input
            type="time"
            aria-label={hour}
            disabled={!span[name]}
            value={hourOf(span[name])}
            aria-invalid={wrong}
            onChange={(event) => onChange({ ...span, [name]: momentOf(dayOf(span[name]), event.target.value) })}
          />
        </span>
      ))}
      {children}
      <span id={hint} className={wrong ? 'field-error span-hint' : 'soft small span-hint'}>
        {wrong ? (
          <Trans>La fin doit venir après le début.</Trans>
        ) : (
          <Trans>Sans heure, la journée entière. Heures du fuseau {format.zone}.</Trans>
        )}
      </span>
    </fieldset>
  )
}

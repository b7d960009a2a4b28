import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useFormat } from '../format/use-format'
import { ConfirmButton } from '../ui/ConfirmButton'
import { waitingQuery } from './queries'
import type { Choice } from './rereading'
import { boundsOf, dayOf, isUpsideDown, type Span } from './span'
import { SpanFields } from './SpanFields'

/** While a year is typed the field holds its first figures: the year 2, then 20, then 202. */
const EARLIEST = '2000'

interface RereadFormProps {
  sourceId: string
  busy: boolean
  onRead: (choice: Choice) => void
  onClose: () => void
}

/** A span of receptions, how many wait in it, and their reading once that was seen. */
export function RereadForm({ sourceId, busy, onRead, onClose }: RereadFormProps) {
  const { t } = useLingui()
  const format = useFormat()
  const title = useId()
  const [span, setSpan] = useState<Span>({})
  const bounds = boundsOf(span, format.zone)
  const whole = [span.du, span.au].every((one) => !one || dayOf(one) >= EARLIEST)
  const asked = Boolean(span.du ?? span.au) && whole && !isUpsideDown(bounds)
  const waiting = useQuery({ ...waitingQuery(sourceId, bounds), enabled: asked })
  const told = asked ? waiting.data : undefined
  const { waiting: number = 0, first_received_at: first, last_received_at: last } = told ?? {}
  return (
    <div className="reread-form no-print" role="group" aria-labelledby={title}>
      <h3 id={title}>
        <Trans>Relire une période</Trans>
      </h3>
      <SpanFields legend={t`Reçues`} span={span} onChange={setSpan} />
      <p role="status">
        {told === undefined ? (
          waiting.isError && asked ? (
            <Trans>Le nombre de livraisons n’a pas pu être lu. Réessayez dans un instant.</Trans>
          ) : asked ? (
            <Trans>Lecture…</Trans>
          ) : (
            <span className="soft">
              <Trans>Choisissez un début, une fin, ou les deux.</Trans>
            </span>
          )
        ) : first && last ? (
          <>
            <strong>
              <Plural value={number} one="Une livraison attend dans cette période" other="# livraisons attendent dans cette période" />
            </strong>{' '}
            <span className="soft">
              {number === 1 ? (
                <Trans>(reçue le {format.instant(first, true)}).</Trans>
              ) : (
                <Trans>
                  (du {format.instant(first, true)} au {format.instant(last, true)}).
                </Trans>
              )}
            </span>
          </>
        ) : (
          <Trans>Aucune livraison n’attend dans cette période.</Trans>
        )}
      </p>
      <div className="acts">
        <ConfirmButton
          className="button"
          busy={busy || !number}
          label={<Trans>Relire cette période</Trans>}
          question={<RereadQuestion number={number} />}
          confirm={<Trans>Relire</Trans>}
          act={() => onRead(bounds)}
        />
        <button type="button" className="button-quiet" disabled={busy} onClick={onClose}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </div>
  )
}

/** What reading again does, before it is done. */
export function RereadQuestion({ number }: { number: number }) {
  return (
    <>
      <Plural value={number} one="Relire la livraison qui attend ?" other="Relire les # livraisons qui attendent ?" />{' '}
      <Trans>Ce qui peut être lu comptera dans les chiffres comme s’il l’avait été à sa réception ; cela ne se défait pas.</Trans>
    </>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type SubmitEvent } from 'react'
import { useKpiWrite } from '../api/use-kpi-write'
import { Refused } from '../agreed/Refused'
import { dayIn, midnightIn } from '../format/dates'
import { endFeed } from './queries'

const DAY = 86_400_000
const FARTHEST = 365

interface FeedEndingProps {
  /** The contract that is fed. */
  contractId: string
  sourceId: string
  zone: string
  onDone: () => void
}

/** From when the source brings no new ticket here: at once, or from a day of the coming year on. */
export function FeedEnding({ contractId, sourceId, zone, onDone }: FeedEndingProps) {
  const { t } = useLingui()
  const [day, setDay] = useState<string | null>(null)
  const write = useKpiWrite(endFeed(sourceId), onDone)
  const inDays = (days: number) => dayIn(zone, new Date(Date.now() + days * DAY))
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    write.mutate({ contractId, endsAt: day === null ? null : midnightIn(zone, day) })
  }
  return (
    <form className="connect-form scope-form" onSubmit={submit} aria-label={t`Ne plus alimenter ce contrat`}>
      <p className="soft">
        <Trans>
          Les tickets créés avant continuent d’y compter, jusqu’à leur fin ; aucun chiffre passé ne change. C’est définitif : cette source n’alimentera plus ce
          contrat.
        </Trans>
      </p>
      <fieldset className="field">
        <legend>
          <Trans>Tickets qui n’y compteront plus</Trans>
        </legend>
        <label className="line">
          <input type="radio" checked={day === null} onChange={() => setDay(null)} />
          <Trans>Ceux créés dès maintenant</Trans>
        </label>
        <label className="line">
          <input type="radio" checked={day !== null} onChange={() => setDay(inDays(1))} />
          <Trans>Ceux créés à partir du</Trans>
        </label>
        {day === null ? null : (
          <label className="field">
            <span className="visually-hidden">
              <Trans>Premier jour</Trans>
            </span>
            <input
              type="date"
              required
              min={inDays(1)}
              max={inDays(FARTHEST)}
              value={day}
              onChange={(event) => event.target.value && setDay(event.target.value)}
            />
          </label>
        )}
      </fieldset>
      <Refused error={write.error} />
      <div className="acts">
        <button className="button" disabled={write.isPending}>
          <Trans>Ne plus alimenter</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}

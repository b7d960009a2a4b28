import { Trans } from '@lingui/react/macro'
import type { ActionWithSteps } from '../api/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'
import { useActionWords } from './words'

/** Everything that happened, the last first. */
export function History({ steps }: { steps: ActionWithSteps['steps'] }) {
  const format = useFormat()
  const words = useActionWords()
  return (
    <ol className="plain action-history" reversed>
      {steps.toReversed().map((one) => (
        <li key={one.written_at}>
          <p>
            <b>{words.step(one.step)}</b> · <time dateTime={one.written_at}>{format.instant(one.written_at, true)}</time>
          </p>
          <p className="small">
            {one.author.side ? <PartyMark side={one.author.side} size={12} /> : null} <span className="soft">{one.author.name}</span>
          </p>
          {one.comment ? (
            <p className="prose action-words" lang="" dir="auto">
              {one.comment}
            </p>
          ) : null}
          {words.changes(one.changes).map(({ field, name, before, after }) => (
            <p key={field} className="small soft action-words">
              {before === '–' ? (
                <Trans>
                  {name} : {after}
                </Trans>
              ) : (
                <Trans>
                  {name} : {before} → {after}
                </Trans>
              )}
            </p>
          ))}
        </li>
      ))}
    </ol>
  )
}

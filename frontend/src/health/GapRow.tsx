import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { SourceGap } from '../api/types'
import { useFormat } from '../format/use-format'
import { Cell } from '../ui/Cell'
import { ExplainForm } from './ExplainForm'

export interface GapHeads {
  since: string
  until: string
  missing: string
  said: string
}

interface GapRowProps {
  gap: SourceGap
  heads: GapHeads
  mayExplain: boolean
}

/** One silence: from when to when, what would have come, and what a party said of it. */
export function GapRow({ gap, heads, mayExplain }: GapRowProps) {
  const format = useFormat()
  const [explaining, setExplaining] = useState(false)
  const { explanation } = gap
  return (
    <tr>
      <th scope="row">{format.instant(gap.starts_at)}</th>
      <Cell label={heads.until}>{gap.ends_at ? format.instant(gap.ends_at) : <Trans>dure encore</Trans>}</Cell>
      <Cell label={heads.missing} number>
        {format.integer(gap.expected)}
      </Cell>
      <Cell label={heads.said}>
        {explanation ? (
          <>
            {explanation.kind === 'quiet' ? <Trans>Rien n’était à venir.</Trans> : <Trans>Venu autrement.</Trans>} {explanation.reason}
            <span className="soft small under">
              {explanation.by_side === 'donneur_ordre' ? (
                <Trans>Le donneur d’ordre, le {format.instant(explanation.at)}</Trans>
              ) : (
                <Trans>Le prestataire, le {format.instant(explanation.at)}</Trans>
              )}
            </span>
          </>
        ) : explaining ? (
          <ExplainForm sourceId={gap.source_id} gapId={gap.id} onDone={() => setExplaining(false)} />
        ) : (
          <>
            <span className="late">
              <Trans>Non expliqué</Trans>
            </span>{' '}
            {mayExplain ? (
              <button type="button" className="button-quiet no-print" onClick={() => setExplaining(true)}>
                <Trans>Expliquer</Trans>
              </button>
            ) : null}
          </>
        )}
        {gap.rule === 'limit' ? (
          <span className="soft small under">
            <Trans>Au-delà de la limite fixée.</Trans>
          </span>
        ) : null}
      </Cell>
    </tr>
  )
}

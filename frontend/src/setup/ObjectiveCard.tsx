import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Objective } from '../api/types'
import { useFormat } from '../format/use-format'
import { useNames } from '../indicators/names'
import { definitionOf } from './catalogue'
import { By } from './By'
import { useSetUpWords } from './words'

/** An objective in its five parts. */
export function ObjectiveCard({ objective, children }: { objective: Objective; children?: ReactNode }) {
  const format = useFormat()
  const names = useNames()
  const words = useSetUpWords()
  const { unit } = definitionOf(objective.metric)
  return (
    <article className="card">
      <h3>{objective.statement}</h3>
      <p>
        <Trans>
          {names.indicator(objective.metric)} : de {format.amount(objective.baseline_value, unit)} à {format.amount(objective.target_value, unit)}, du{' '}
          {format.day(objective.starts_on, 'full')} au {format.day(objective.due_on, 'full')}.
        </Trans>
      </p>
      <p className="soft small">
        <Trans>
          Porteurs : {objective.owner_donneur_ordre} (donneur d’ordre), {objective.owner_sous_traitant} (prestataire). Motif :{' '}
          {words.motive(objective.motive)}.
        </Trans>
      </p>
      <By version={objective} />
      {children ? <div className="acts">{children}</div> : null}
    </article>
  )
}

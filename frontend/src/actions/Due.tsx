import { Plural, Trans } from '@lingui/react/macro'
import type { Action } from '../api/types'
import { useFormat } from '../format/use-format'
import { isUndone } from './whose'

/** When it is due, and by how much that has passed. */
export function Due({ action }: { action: Pick<Action, 'due_on' | 'days_late' | 'state' | 'postponed' | 'asked_date' | 'done_on'> }) {
  const format = useFormat()
  const { days_late: late, postponed, asked_date: asked } = action
  return (
    <p className="action-due">
      <time dateTime={action.due_on}>{format.day(action.due_on, 'full')}</time>
      {late ? (
        isUndone(action) ? (
          <strong className="under action-late">
            <Plural value={late} one="en retard d’un jour" other="en retard de # jours" />
          </strong>
        ) : (
          <span className="under soft small">
            <Plural value={late} one="faite avec un jour de retard" other="faite avec # jours de retard" />
          </span>
        )
      ) : null}
      {asked ? (
        <span className="under small">
          <Trans>autre date demandée : {format.day(asked.due_on, 'full')}</Trans>
        </span>
      ) : null}
      {postponed ? (
        <span className="under soft small">
          <Plural value={postponed} one="reportée une fois" other="reportée # fois" />
        </span>
      ) : null}
    </p>
  )
}

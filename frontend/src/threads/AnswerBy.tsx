import { Plural, Trans } from '@lingui/react/macro'
import type { Thread } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { useThreadWords } from './words'

/** Whose answer is waited for, by when, and by how much that has passed. */
export function AnswerBy({ thread, side }: { thread: Pick<Thread, 'awaits' | 'answer_by' | 'days_late'>; side: Side | null }) {
  const format = useFormat()
  const words = useThreadWords()
  const { awaits, answer_by: by, days_late: late } = thread
  if (awaits === null) return <p className="small soft thread-awaits">{<Trans>aucune réponse attendue</Trans>}</p>
  return (
    <p className="small thread-awaits">
      {awaits === side ? <strong><Trans>votre réponse est attendue</Trans></strong> : <Trans>réponse attendue : {words.side(awaits)}</Trans>}
      {by ? (
        <>
          {' '}
          <Trans>pour le {format.day(by, 'full')}</Trans>
        </>
      ) : null}
      {late ? (
        <strong className="thread-late">
          {' '}
          <Plural value={late} one="en retard d’un jour" other="en retard de # jours" />
        </strong>
      ) : null}
    </p>
  )
}

import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Thread } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'
import { AnswerBy } from './AnswerBy'
import { useThreadWords } from './words'

export function ThreadRow({ thread, contractId, side }: { thread: Thread; contractId: string; side: Side | null }) {
  const format = useFormat()
  const words = useThreadWords()
  const unread = side ? thread.unread[side] : 0
  return (
    <li className="thread-row">
      <p className="thread-subject">
        <Link to="/contrats/$contractId/echanges/$threadId" params={{ contractId, threadId: thread.id }} lang="" dir="auto">
          {thread.subject}
        </Link>
        {unread ? (
          <span className="thread-unread small">
            <Plural value={unread} one="# non lu" other="# non lus" />
          </span>
        ) : null}
      </p>
      <p className="small">
        {words.kind(thread.kind)} · {words.state(thread.state)}
        {thread.confidentiality === 'managers' ? (
          <>
            {' '}
            · <Trans>entre responsables</Trans>
          </>
        ) : null}
      </p>
      <AnswerBy thread={thread} side={side} />
      <p className="soft small">
        <PartyMark side={thread.author.side} size={12} /> {thread.author.name} · <Plural value={thread.message_count} one="# message" other="# messages" /> ·{' '}
        <time dateTime={thread.spoke_at}>{format.instant(thread.spoke_at, true)}</time>
      </p>
    </li>
  )
}

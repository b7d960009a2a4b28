import { Trans } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Notification } from '../api/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'
import { placeOf } from './place'
import { noteReading } from './queries'
import { useNotificationWords } from './words'

export function NotificationRow({ told }: { told: Notification }) {
  const format = useFormat()
  const words = useNotificationWords()
  const queries = useQueryClient()
  const unread = !told.read_at && !told.settled_at
  const read = () => {
    if (!told.read_at) void noteReading(queries, { ids: [told.id] }).catch(() => undefined)
  }
  return (
    <li className="told" data-unread={unread || undefined}>
      <p>
        <Link {...placeOf(told)} onClick={read}>
          {words.sentence(told)}
        </Link>
        {unread ? (
          <span className="told-mark small">
            <Trans>non lue</Trans>
          </span>
        ) : null}
        {told.settled_at ? (
          <span className="told-mark small soft">
            <Trans>réglée</Trans>
          </span>
        ) : null}
      </p>
      {told.subject?.title ? (
        <p lang="" dir="auto">
          {told.subject.title}
        </p>
      ) : null}
      <p className="soft small">
        {told.side ? <PartyMark side={told.side} size={12} /> : null} <span lang="">{told.contract.title}</span> · {words.group(told.group)} ·{' '}
        <time dateTime={told.told_at}>{format.clock(told.told_at)}</time>
      </p>
    </li>
  )
}

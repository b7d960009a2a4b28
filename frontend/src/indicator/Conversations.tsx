import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ExplainedTicket } from '../api/types'
import { useFormat } from '../format/use-format'
import { lower } from '../indicators/target'
import { useWords } from '../indicators/words'

type Session = NonNullable<ExplainedTicket['sessions']>[number]

/** A ticket that is several contacts: how many began in the period, and how they count. */
export function ConversationsCounted({ sessions }: { sessions: readonly Session[] }) {
  const format = useFormat()
  const counted = format.integer(sessions.filter((one) => one.counted === 'in').length)
  const above = format.integer(sessions.filter((one) => one.in_numerator).length)
  return (
    <>
      <Plural value={sessions.length} one="# conversation" other="# conversations" />
      <span className="soft under">
        <Trans>
          comptées : {counted}, au numérateur : {above}
        </Trans>
      </span>
    </>
  )
}

/** Each of them: when it began, how it counts, and which contact decided of it. */
export function Conversations({ ticket }: { ticket: ExplainedTicket }) {
  const { t } = useLingui()
  const format = useFormat()
  if (!ticket.sessions) return null
  return (
    <ul className="plain small" aria-label={t`Conversations du ticket ${ticket.ticket_id}`}>
      {ticket.sessions.map((one) => (
        <li key={one.began_at}>
          <Trans>
            Conversation du {format.instant(one.began_at)} : <How session={one} />
          </Trans>
          <Neighbour ticket={ticket} session={one} />
        </li>
      ))}
    </ul>
  )
}

function How({ session }: { session: Session }) {
  const words = useWords()
  if (session.reason !== null) return <Trans>écartée, {lower(words.reason(session.reason))}</Trans>
  return session.in_numerator ? <Trans>comptée, au numérateur</Trans> : <Trans>comptée, hors numérateur</Trans>
}

function Neighbour({ ticket, session: { repeats, repeated_by: repeated } }: { ticket: ExplainedTicket; session: Session }) {
  const format = useFormat()
  const other = repeats ?? repeated
  if (!other) return null
  const own = other.source_id === ticket.source_id && other.ticket_id === ticket.ticket_id
  const moment = format.instant(other.created_at)
  return (
    <span className="soft">
      {repeats ? (
        own ? <Trans> ; suit celle du {moment}</Trans> : <Trans> ; suit le ticket {other.ticket_id} du {moment}</Trans>
      ) : own ? (
        <Trans> ; suivie de celle du {moment}</Trans>
      ) : (
        <Trans> ; suivie du ticket {other.ticket_id}, le {moment}</Trans>
      )}
    </span>
  )
}

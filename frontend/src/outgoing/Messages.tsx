import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Mark } from '../ui/Verdict'
import { messagesQuery, type Hook, type Message, type useHookWrites } from './queries'
import { MESSAGE_TONES, useOutgoingWords } from './words'

interface MessagesProps {
  contractId: string
  hook: Hook
  writes: ReturnType<typeof useHookWrites> | null
}

/** What the tool was told and every attempt; never what was said. */
export function Messages({ contractId, hook, writes }: MessagesProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useOutgoingWords()
  const [dead, setDead] = useState(false)
  const query = useQuery(messagesQuery(contractId, hook.id, dead))
  const heads = { about: t`Message`, fate: t`Sort`, attempts: t`Tentatives` }
  return (
    <>
      <div className="outgoing-acts no-print">
        <label className="line">
          <input type="checkbox" checked={dead} onChange={() => setDead(!dead)} />
          <Plural value={hook.dead} _0="Seulement les non reçus (aucun)" one="Seulement les non reçus (un)" other="Seulement les non reçus (#)" />
        </label>
        {writes && hook.dead ? (
          <button type="button" className="button-quiet" disabled={writes.resendAll.isPending} onClick={() => writes.resendAll.mutate()}>
            <Trans>Renvoyer tous les non reçus</Trans>
          </button>
        ) : null}
      </div>
      <Answer query={query} height={220}>
        {({ items }) =>
          items.length ? (
            <ScrollRegion label={t`Derniers messages de ${hook.name}`} height={420}>
              <table className="ledger cards">
                <Heads labels={Object.values(heads)} />
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        {words.event(one.event)}
                        <span className="soft small under">{format.instant(one.created_at)}</span>
                      </th>
                      <Cell label={heads.fate}>
                        <span className={`pill tone-${MESSAGE_TONES[one.state]}`}>
                          <Mark tone={MESSAGE_TONES[one.state]} />
                          {words.fate(one.state)}
                        </span>
                        {one.state === 'waiting' && one.next_attempt_at && one.attempts.length ? (
                          <span className="soft small under">
                            <Trans>nouvel essai le {format.instant(one.next_attempt_at)}</Trans>
                          </span>
                        ) : null}
                        {one.state !== 'delivered' && one.reason ? <span className="soft small under">{words.reason(one.reason)}</span> : null}
                        {writes && one.state !== 'delivered' && one.attempts.length ? (
                          <button
                            type="button"
                            className="link-button under no-print"
                            aria-label={t`Renvoyer le message du ${format.instant(one.created_at)}`}
                            disabled={writes.resend.isPending}
                            onClick={() => writes.resend.mutate(one.id)}
                          >
                            <Trans>Renvoyer</Trans>
                          </button>
                        ) : null}
                      </Cell>
                      <Cell label={heads.attempts}>
                        <Attempts message={one} />
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          ) : (
            <p className="soft">{dead ? <Trans>Tout ce qui devait l’être a été reçu.</Trans> : <Trans>Rien n’a encore été envoyé. Cette page suit ce qui part.</Trans>}</p>
          )
        }
      </Answer>
    </>
  )
}

function Attempts({ message }: { message: Message }) {
  const format = useFormat()
  const words = useOutgoingWords()
  const [last] = message.attempts
  if (!last) return <Trans>aucune</Trans>
  const line = (one: typeof last) => (
    <>
      {format.instant(one.ended_at)} · {one.status ? `HTTP ${one.status} · ` : ''}
      {one.reason ? words.reason(one.reason) : words.fate('delivered')} · {format.integer(one.duration_ms)} ms
    </>
  )
  if (message.attempts.length === 1) return <span className="small">{line(last)}</span>
  return (
    <details className="small">
      <summary>
        <Plural value={message.attempts.length} one="# tentative" other="# tentatives" />
      </summary>
      <ol className="plain">
        {message.attempts.map((one) => (
          <li key={one.number}>{line(one)}</li>
        ))}
      </ol>
    </details>
  )
}

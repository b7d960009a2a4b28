import './threads.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isStatus } from '../api/problems'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { NotFoundPage } from '../shell/NotFoundPage'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { PartyMark } from '../ui/PartyMark'
import { useTitle } from '../ui/use-title'
import { AnswerBy } from './AnswerBy'
import { noteReading, threadQuery, THREADS } from './queries'
import { Reply } from './Reply'
import { useThreadWords } from './words'

const WRITING = new Set(['administrator', 'manager', 'signatory', 'team_lead'])

/** One thread: its messages, and the answer. */
export function ThreadPage() {
  const { t } = useLingui()
  const { contractId, threadId } = useParams({ from: '/signed-in/contrats/$contractId/echanges/$threadId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const format = useFormat()
  const words = useThreadWords()
  const queries = useQueryClient()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const writes = side !== null && (session?.functions.some((one) => WRITING.has(one)) ?? false)
  const thread = useQuery(threadQuery(contractId, threadId))
  const unread = side && thread.data ? thread.data.unread[side] : 0
  useTitle(thread.data?.subject ?? t`Échange`, contract.title)
  // Said only once the words are on the page.
  useEffect(() => {
    if (unread) void noteReading(contractId, threadId).then(() => queries.invalidateQueries({ queryKey: THREADS }), () => undefined)
  }, [unread, contractId, threadId, queries])
  if (isStatus(thread.error, 404)) return <NotFoundPage />
  return (
    <article className="thread">
      <Answer query={thread} height={520}>
        {(data) => (
          <>
            <header>
              <p className="eyebrow">
                <Link to="/contrats/$contractId/echanges" params={{ contractId }}>
                  <Trans>Échanges</Trans>
                </Link>{' '}
                · {words.kind(data.kind)} · {words.state(data.state)}
              </p>
              <h1 lang="" dir="auto">
                {data.subject}
              </h1>
              <div className="page-tools">
                <CopyLink />
                <Link to="/contrats/$contractId/actions/new" params={{ contractId }} search={{ origin: `thread:${data.id}` }} className="button-quiet no-print">
                  <Trans>Créer une action</Trans>
                </Link>
              </div>
              <p className="soft small">
                {words.about(data.about.kind)} ·{' '}
                {data.confidentiality === 'managers' ? <Trans>entre responsables des deux parties</Trans> : <Trans>lu par toute personne du contrat</Trans>}
              </p>
              <AnswerBy thread={data} side={side} />
            </header>
            <ol className="plain thread-messages">
              {data.messages.map((one) => (
                <li key={one.id} className={one.author.side === 'donneur_ordre' ? 'thread-message by-client' : 'thread-message by-provider'}>
                  <p className="small">
                    <PartyMark side={one.author.side} size={12} /> {one.author.name} · <time dateTime={one.written_at}>{format.instant(one.written_at, true)}</time>
                  </p>
                  <p className="prose thread-words" lang="" dir="auto">
                    {one.text}
                  </p>
                  <p className="soft small">
                    {one.asks ? (
                      one.answer_by ? (
                        <Trans>Réponse demandée pour le {format.day(one.answer_by, 'full')}.</Trans>
                      ) : (
                        <Trans>Réponse demandée.</Trans>
                      )
                    ) : null}{' '}
                    {one.closes ? <Trans>Échange clos.</Trans> : null}{' '}
                    {one.read_at ? <Trans>Lu par l’autre partie le {format.instant(one.read_at, true)}.</Trans> : <Trans>Pas encore lu par l’autre partie.</Trans>}
                  </p>
                </li>
              ))}
            </ol>
            {writes && data.state !== 'closed' ? <Reply contractId={contractId} thread={data} side={side} /> : null}
          </>
        )}
      </Answer>
    </article>
  )
}

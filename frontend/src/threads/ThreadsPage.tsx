import './threads.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { SegmentLink } from '../ui/SegmentLink'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Delays } from './Delays'
import { NewThreadForm } from './NewThreadForm'
import { LIMIT, threadsQuery } from './queries'
import { ThreadRow } from './ThreadRow'

const WRITING = new Set(['administrator', 'manager', 'signatory', 'team_lead'])

/** What the parties say to each other, and how long each takes to answer. */
export function ThreadsPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const search = useSearch({ from: '/signed-in/contrats/$contractId/echanges' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const navigate = useNavigate()
  const side = session ? sideOf(contract, session.organisation.id) : null
  const [writing, setWriting] = useState(search.about !== undefined)
  const awaits = search.attente === 'nous' ? 'us' : search.attente === 'eux' ? 'them' : null
  const threads = useQuery(threadsQuery(contractId, { awaits, state: search.etat === 'clos' ? 'closed' : null }))
  const waiting = useQuery(threadsQuery(contractId, { awaits: 'us', state: null })).data?.items.length ?? 0
  const writes = side !== null && (session?.functions.some((one) => WRITING.has(one)) ?? false)
  useTitle(t`Échanges`, contract.title)
  return (
    <>
      <h1>{waiting ? <Plural value={waiting} one="Un échange attend votre réponse." other="# échanges attendent votre réponse." /> : <Trans>Échanges</Trans>}</h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Chaque partie dit à l’autre ce qui la préoccupe, ce qu’elle propose, ce qu’elle apprécie. Qui demande une réponse peut dire pour
            quand. Les délais de réponse des deux parties se comptent de la même façon. Rien de ce qui est écrit ne change ensuite.
          </Trans>
        </Understand>
        <CopyLink />
        <Link to="/contrats/$contractId/evaluation" params={{ contractId }} className="button-quiet no-print">
          <Trans>Évaluation mutuelle</Trans>
        </Link>
        {writes ? (
          <button type="button" className="button no-print" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            <Trans>Ouvrir un échange</Trans>
          </button>
        ) : null}
      </div>
      {writing && writes ? (
        <NewThreadForm
          contractId={contractId}
          about={search.about}
          onCancel={() => setWriting(false)}
          onDone={(threadId) => void navigate({ to: '/contrats/$contractId/echanges/$threadId', params: { contractId, threadId } })}
        />
      ) : null}
      <div className="threads-filters no-print">
        <nav className="segments" aria-label={t`Réponse attendue`}>
          <SegmentLink search={{ attente: undefined }} current={awaits === null}>
            <Trans>Tous</Trans>
          </SegmentLink>
          <SegmentLink search={{ attente: 'nous' }}>
            <Trans>De nous</Trans>
          </SegmentLink>
          <SegmentLink search={{ attente: 'eux' }}>
            <Trans>De l’autre partie</Trans>
          </SegmentLink>
        </nav>
        <nav className="segments" aria-label={t`État`}>
          <SegmentLink search={{ etat: undefined }} current={search.etat === undefined}>
            <Trans>Tous les états</Trans>
          </SegmentLink>
          <SegmentLink search={{ etat: 'clos' }}>
            <Trans>Clos</Trans>
          </SegmentLink>
        </nav>
      </div>
      <section className="panel">
        <h2 className="ruled">
          <Trans>Échanges</Trans>
        </h2>
        <Answer query={threads} height={320}>
          {({ items }) =>
            items.length ? (
              <>
                <ul className="plain">
                  {items.map((one) => (
                    <ThreadRow key={one.id} thread={one} contractId={contractId} side={side} />
                  ))}
                </ul>
                {items.length === LIMIT ? (
                  <p className="soft small">
                    <Trans>Les {LIMIT} derniers sont montrés.</Trans>
                  </p>
                ) : null}
              </>
            ) : (
              <p className="soft">
                <Trans>Aucun échange ici. « Ouvrir un échange » pose une question à l’autre partie, ou lui dit merci.</Trans>
              </p>
            )
          }
        </Answer>
      </section>
      <section className="panel" id="delais">
        <Delays contractId={contractId} zone={contract.zone} />
      </section>
    </>
  )
}

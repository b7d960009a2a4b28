import './rights.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../api/session'
import { contractQuery, sideOf } from '../contracts/queries'
import { useToday } from '../format/use-today'
import { Answer } from '../ui/Answer'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { inOrder, urgencyOf } from './days'
import { requestsQuery } from './queries'
import { RequestCard } from './RequestCard'
import { RequestForm } from './RequestForm'

/** While something is being erased, its state is asked for again. */
const AGAIN_MS = 3_000

/** Requests of end customers for access and erasure, each with its deadline. */
export function RightsPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const session = useSession()
  const today = useToday()
  const [writing, setWriting] = useState(false)
  const manages = session?.functions.includes('manager') ?? false
  const side = session ? sideOf(contract, session.organisation.id) : null
  const requests = useQuery({
    ...requestsQuery(contractId),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.erasure !== null && one.erasure !== 'done') ? AGAIN_MS : false),
  })
  const items = inOrder(requests.data?.items ?? [], today)
  const open = items.filter((one) => urgencyOf(one, today) !== 'over').length
  const late = items.filter((one) => urgencyOf(one, today) === 'late').length
  useTitle(t`Droits des personnes`, contract.title)
  return (
    <>
      <h1>
        {open ? <Plural value={open} one="Une demande attend une réponse." other="# demandes attendent une réponse." /> : <Trans>Droits des personnes</Trans>}
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Un client final peut demander ce que ce contrat détient sur lui (accès), ou que ce soit effacé. Réponse due en un mois, à partir de
            la réception ; deux mois de plus si la demande est complexe, en disant pourquoi. Les deux parties voient les demandes ; seule celle
            qui répond tire l’export et ordonne l’effacement.
          </Trans>
        </Understand>
        {manages && side ? (
          <button type="button" className="button no-print" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            <Trans>Inscrire une demande</Trans>
          </button>
        ) : null}
        <Link to="/confidentialite" className="button-quiet">
          <Trans>Confidentialité</Trans>
        </Link>
      </div>
      {late ? (
        <p className="notice alert">
          <Plural value={late} one="Une demande a dépassé son échéance." other="# demandes ont dépassé leur échéance." />
        </p>
      ) : null}
      {writing ? <RequestForm contractId={contractId} onDone={() => setWriting(false)} /> : null}
      <section className="panel">
        <h2 className="ruled">
          <Trans>Demandes</Trans>
        </h2>
        <Answer query={requests} height={320}>
          {() =>
            items.length ? (
              <ul className="plain rights-list">
                {items.map((one) => (
                  <li key={one.id}>
                    <RequestCard contractId={contractId} request={one} side={side} manages={manages} />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="soft">
                <Trans>Aucune demande. Celles que reçoit l’une ou l’autre partie s’inscrivent ici, pour que leur délai coure sous les yeux des deux.</Trans>
              </p>
            )
          }
        </Answer>
      </section>
    </>
  )
}

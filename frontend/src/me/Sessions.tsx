import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import type { OwnSession } from '../api/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { sessionsQuery } from './queries'

/** Where one is signed in; each can be ended, and all others at once. */
export function Sessions() {
  const { t } = useLingui()
  const queries = useQueryClient()
  const sessions = useQuery({ ...sessionsQuery, staleTime: 0 })
  const heads = { where: t`Où`, since: t`Depuis`, used: t`Dernier emploi`, end: t`Fin` }
  const others = useMutation({
    mutationFn: () => client.DELETE('/auth/sessions/others'),
    onSuccess: () => queries.invalidateQueries(sessionsQuery),
  })
  return (
    <section>
      <h2 className="ruled">
        <Trans>Sessions ouvertes</Trans>
      </h2>
      <Answer query={sessions} height={160}>
        {({ items }) => (
          <>
            <ScrollRegion label={t`Sessions ouvertes`}>
              <table className="ledger cards">
                <Heads labels={Object.values(heads)} />
                <tbody>
                  {items.map((one) => (
                    <SessionRow key={one.id} session={one} heads={heads} />
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
            {items.length > 1 ? (
              <p>
                <button type="button" className="button-quiet" disabled={others.isPending} onClick={() => others.mutate()}>
                  <Trans>Fermer toutes les autres</Trans>
                </button>
              </p>
            ) : null}
          </>
        )}
      </Answer>
    </section>
  )
}

interface SessionRowProps {
  session: OwnSession
  heads: { where: string; since: string; used: string; end: string }
}

function SessionRow({ session, heads }: SessionRowProps) {
  const format = useFormat()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => client.DELETE('/auth/sessions/{session_id}', { params: { path: { session_id: session.id } } }),
    onSuccess: () => queries.invalidateQueries(sessionsQuery),
  })
  return (
    <tr>
      <th scope="row">
        {session.device ?? <Trans>Navigateur inconnu</Trans>}
        <span className="under soft small">{session.address}</span>
      </th>
      <Cell label={heads.since}>{format.instant(session.created_at, true)}</Cell>
      <Cell label={heads.used}>{session.current ? <Trans>maintenant</Trans> : format.instant(session.seen_at, true)}</Cell>
      <Cell label={heads.end}>
        {session.current ? (
          <span className="soft">
            <Trans>celle-ci</Trans>
          </span>
        ) : (
          <button type="button" className="link-button" disabled={end.isPending} onClick={() => end.mutate()}>
            <Trans>Fermer</Trans>
          </button>
        )}
      </Cell>
    </tr>
  )
}

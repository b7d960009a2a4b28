import '../connect/connect.css'
import './scope.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract, Scope } from '../api/types'
import { sideOf } from '../contracts/queries'
import { dayIn } from '../format/dates'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { PartyMark } from '../ui/PartyMark'
import { Term } from '../ui/Term'
import type { Side } from '../charts/types'
import { Conditions } from './Conditions'
import { approveScope, scopesQuery, useScopeWrite } from './queries'
import { ScopeForm } from './ScopeForm'
import { ScopeRefused } from './ScopeRefused'
import { scopeAt } from './versions'

interface ScopePanelProps {
  contract: Contract
  sourceId: string
  /** In the assistant the step has its own title. */
  bare?: boolean
}

/** Which tickets of a source belong to this contract: what is in force, what waits, and every version before. */
export function ScopePanel({ contract, sourceId, bare = false }: ScopePanelProps) {
  const { t } = useLingui()
  const scopes = useQuery(scopesQuery(contract.id, sourceId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const [editing, setEditing] = useState(false)
  return (
    <section className={bare ? undefined : 'panel'} aria-label={bare ? t`Périmètre` : undefined}>
      {bare ? null : (
        <div className="panel-head">
          <h2>
            <Trans>Périmètre</Trans> <Term code="perimetre" word={t`Périmètre`} />
          </h2>
        </div>
      )}
      <Answer query={scopes} height={90}>
        {({ items }) => {
          const now = scopeAt(items, new Date().toISOString())
          const waiting = items.find((one) => one.state === 'proposed')
          return (
            <>
              <Conditions conditions={now?.conditions ?? []} />
              {now ? <Known scope={now} contract={contract} /> : null}
              {waiting ? <Waiting scope={waiting} contract={contract} sourceId={sourceId} manages={manages} /> : null}
              {editing ? (
                <ScopeForm contract={contract} sourceId={sourceId} now={now} onDone={() => setEditing(false)} />
              ) : manages ? (
                <div className="acts no-print">
                  <button type="button" className="button-quiet" onClick={() => setEditing(true)}>
                    {now ? <Trans>Changer le périmètre</Trans> : <Trans>Fixer un périmètre</Trans>}
                  </button>
                </div>
              ) : null}
              <Versions items={items.filter((one) => one.id !== now?.id && one.id !== waiting?.id)} contract={contract} />
            </>
          )
        }}
      </Answer>
    </section>
  )
}

function Known({ scope, contract }: { scope: Scope; contract: Contract }) {
  const format = useFormat()
  return (
    <p className="soft small">
      <PartyMark side={scope.requested_by_side as Side} size={12} />{' '}
      {scope.valid_from ? (
        <Trans>Pour les tickets créés à partir du {format.day(dayIn(contract.zone, new Date(scope.valid_from)), 'full')}.</Trans>
      ) : (
        <Trans>Depuis le début.</Trans>
      )}{' '}
      {scope.recorded_at ? <Trans>Connu depuis le {format.instant(scope.recorded_at, true)}.</Trans> : null}
    </p>
  )
}

function Waiting({ scope, contract, sourceId, manages }: { scope: Scope; contract: Contract; sourceId: string; manages: boolean }) {
  const session = useSession()
  const approve = useScopeWrite(approveScope(contract.id, sourceId))
  const mine = session ? sideOf(contract, session.organisation.id) === scope.requested_by_side : true
  return (
    <div className="notice warning scope-waiting">
      <div>
        <p>
          <strong>
            <Trans>Un périmètre attend l’accord de l’autre partie.</Trans>
          </strong>
        </p>
        <Conditions conditions={scope.conditions} />
        <Known scope={scope} contract={contract} />
        {manages && !mine ? (
          <button type="button" className="button" disabled={approve.isPending} onClick={() => approve.mutate(scope.id)}>
            <Trans>Approuver ce périmètre</Trans>
          </button>
        ) : null}
        <ScopeRefused error={approve.error} />
      </div>
    </div>
  )
}

function Versions({ items, contract }: { items: readonly Scope[]; contract: Contract }) {
  if (!items.length) return null
  return (
    <details>
      <summary>
        <Trans>Autres versions du périmètre</Trans>
      </summary>
      <ol className="plain scope-versions">
        {items.map((one) => (
          <li key={one.id}>
            <Conditions conditions={one.conditions} />
            <Known scope={one} contract={contract} />
            {one.state === 'superseded' ? (
              <p className="soft small">
                <Trans>Proposé, puis remplacé par une autre proposition : n’a jamais valu.</Trans>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  )
}

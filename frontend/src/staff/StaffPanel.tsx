import '../connect/connect.css'
import '../scope/scope.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Contract, StaffVersion } from '../api/types'
import type { Side } from '../charts/types'
import { sideOf } from '../contracts/queries'
import { dayIn } from '../format/dates'
import { useFormat } from '../format/use-format'
import { useScopeWrite } from '../scope/queries'
import { ScopeRefused } from '../scope/ScopeRefused'
import { Answer } from '../ui/Answer'
import { PartyMark } from '../ui/PartyMark'
import { approveStaff, staffQuery } from './queries'
import { StaffForm } from './StaffForm'
import { staffAt } from './versions'

interface StaffPanelProps {
  contract: Contract
  sourceId: string
}

/** Who of a tool's agents is the client company's own: how many people, since when; never who. */
export function StaffPanel({ contract, sourceId }: StaffPanelProps) {
  const { t } = useLingui()
  const versions = useQuery(staffQuery(contract.id, sourceId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const [editing, setEditing] = useState(false)
  return (
    <section className="panel" aria-label={t`Personnel du donneur d’ordre`}>
      <div className="panel-head">
        <h2>
          <Trans>Personnel du donneur d’ordre</Trans>
        </h2>
      </div>
      <Answer query={versions} height={90}>
        {({ items }) => {
          const now = staffAt(items, new Date().toISOString())
          const waiting = items.find((one) => one.state === 'proposed')
          return (
            <>
              {now ? (
                <>
                  <p>
                    <People people={now.people} />
                  </p>
                  <Known version={now} contract={contract} />
                </>
              ) : (
                <p className="soft prose">
                  <Trans>
                    Aucune liste : toutes les réponses publiques des agents de cet outil comptent comme celles du prestataire.
                  </Trans>
                </p>
              )}
              {waiting ? <Waiting version={waiting} contract={contract} sourceId={sourceId} manages={manages} /> : null}
              {editing ? (
                <StaffForm contract={contract} sourceId={sourceId} onDone={() => setEditing(false)} />
              ) : manages ? (
                <div className="acts no-print">
                  <button type="button" className="button-quiet" onClick={() => setEditing(true)}>
                    {now ? <Trans>Remplacer la liste</Trans> : <Trans>Indiquer ce personnel</Trans>}
                  </button>
                </div>
              ) : null}
              <Others items={items.filter((one) => one.id !== now?.id && one.id !== waiting?.id)} contract={contract} />
            </>
          )
        }}
      </Answer>
    </section>
  )
}

function People({ people }: { people: number }) {
  return people ? (
    <Plural value={people} one="Une personne du donneur d’ordre répond dans cet outil." other="# personnes du donneur d’ordre répondent dans cet outil." />
  ) : (
    <Trans>Personne du donneur d’ordre ne répond dans cet outil.</Trans>
  )
}

function Known({ version, contract }: { version: StaffVersion; contract: Contract }) {
  const format = useFormat()
  return (
    <p className="soft small">
      <PartyMark side={version.requested_by_side as Side} size={12} />{' '}
      {version.valid_from ? (
        <Trans>Pour les messages écrits à partir du {format.day(dayIn(contract.zone, new Date(version.valid_from)), 'full')}.</Trans>
      ) : (
        <Trans>Depuis le début.</Trans>
      )}{' '}
      {version.recorded_at ? <Trans>Connu depuis le {format.instant(version.recorded_at, true)}.</Trans> : null}
    </p>
  )
}

interface WaitingProps extends StaffPanelProps {
  version: StaffVersion
  manages: boolean
}

function Waiting({ version, contract, sourceId, manages }: WaitingProps) {
  const session = useSession()
  const approve = useScopeWrite(approveStaff(contract.id, sourceId))
  const mine = session ? sideOf(contract, session.organisation.id) === version.requested_by_side : true
  return (
    <div className="notice warning scope-waiting">
      <div>
        <p>
          <strong>
            <Trans>Une liste attend l’accord de l’autre partie.</Trans>
          </strong>
        </p>
        <p>
          <People people={version.people} />
        </p>
        <Known version={version} contract={contract} />
        {manages && !mine ? (
          <button type="button" className="button" disabled={approve.isPending} onClick={() => approve.mutate(version.id)}>
            <Trans>Approuver cette liste</Trans>
          </button>
        ) : null}
        <ScopeRefused error={approve.error} />
      </div>
    </div>
  )
}

function Others({ items, contract }: { items: readonly StaffVersion[]; contract: Contract }) {
  if (!items.length) return null
  return (
    <details>
      <summary>
        <Trans>Autres versions de la liste</Trans>
      </summary>
      <ol className="plain scope-versions">
        {items.map((one) => (
          <li key={one.id}>
            <p>
              <People people={one.people} />
            </p>
            <Known version={one} contract={contract} />
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

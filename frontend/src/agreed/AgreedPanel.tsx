import '../connect/connect.css'
import './agreed.css'
import { Trans } from '@lingui/react/macro'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState, type ComponentType, type ReactNode } from 'react'
import { useSession } from '../api/session'
import type { Contract } from '../api/types'
import { useKpiWrite } from '../api/use-kpi-write'
import type { Side } from '../charts/types'
import { sideOf } from '../contracts/queries'
import { dayIn } from '../format/dates'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { PartyMark } from '../ui/PartyMark'
import { Refused } from './Refused'
import { rulingAt, type AgreedVersion } from './versions'

interface AgreedWords {
  /** The acts that open the form: while nothing was agreed, and afterwards. */
  set: ReactNode
  change: ReactNode
  waits: ReactNode
  approve: ReactNode
  others: ReactNode
}

interface PartsProps<Version> {
  contract: Contract
  words: AgreedWords
  /** What a version says. */
  Content: ComponentType<{ version: Version }>
  /** What a version judges, from a day on. */
  From: ComponentType<{ day: string }>
}

interface FormProps<Version> {
  contract: Contract
  sourceId: string
  /** What is in force, to begin with. */
  now: Version | null
  onDone: () => void
}

interface AgreedPanelProps<Version extends AgreedVersion> extends PartsProps<Version> {
  sourceId: string
  title: ReactNode
  label: string
  /** In the assistant the step has its own title. */
  bare?: boolean
  versions: UseQueryResult<{ items: Version[] }, unknown>
  approve: (id: string) => Promise<unknown>
  /** What holds as long as nothing was agreed. */
  nothing: ReactNode
  Form: ComponentType<FormProps<Version>>
}

/** What both parties agree on, version by version: what is in force, what waits for the other party, and all the rest. */
export function AgreedPanel<Version extends AgreedVersion>(props: AgreedPanelProps<Version>) {
  const { title, label, bare = false, versions, nothing, Content, From, Form, contract, sourceId, words, approve } = props
  const manages = useSession()?.functions.includes('manager') ?? false
  const [editing, setEditing] = useState(false)
  const parts = { contract, words, Content, From }
  return (
    <section className={bare ? undefined : 'panel'} aria-label={label}>
      {bare ? null : (
        <div className="panel-head">
          <h2>{title}</h2>
        </div>
      )}
      <Answer query={versions} height={90}>
        {({ items }) => {
          const now = rulingAt(items, new Date().toISOString())
          const waiting = items.find((one) => one.state === 'proposed')
          const others = items.filter((one) => one.id !== now?.id && one.id !== waiting?.id)
          return (
            <>
              {now ? (
                <>
                  <Content version={now} />
                  <Known version={now} contract={contract} From={From} />
                </>
              ) : (
                nothing
              )}
              {waiting ? <Waiting version={waiting} manages={manages} approve={approve} {...parts} /> : null}
              {editing ? (
                <Form contract={contract} sourceId={sourceId} now={now} onDone={() => setEditing(false)} />
              ) : manages ? (
                <div className="acts no-print">
                  <button type="button" className="button-quiet" onClick={() => setEditing(true)}>
                    {now ? words.change : words.set}
                  </button>
                </div>
              ) : null}
              {others.length ? <Others items={others} {...parts} /> : null}
            </>
          )
        }}
      </Answer>
    </section>
  )
}

function Known({ version, contract, From }: Pick<PartsProps<AgreedVersion>, 'contract' | 'From'> & { version: AgreedVersion }) {
  const format = useFormat()
  return (
    <p className="soft small">
      <PartyMark side={version.requested_by_side as Side} size={12} />{' '}
      {version.valid_from ? <From day={format.day(dayIn(contract.zone, new Date(version.valid_from)), 'full')} /> : <Trans>Depuis le début.</Trans>}{' '}
      {version.recorded_at ? <Trans>Connu depuis le {format.instant(version.recorded_at, true)}.</Trans> : null}
    </p>
  )
}

interface WaitingProps<Version> extends PartsProps<Version> {
  version: Version
  manages: boolean
  approve: (id: string) => Promise<unknown>
}

/** Who proposed it waits; a manager of the other party may approve it. */
function Waiting<Version extends AgreedVersion>({ version, manages, approve, contract, words, Content, From }: WaitingProps<Version>) {
  const session = useSession()
  const write = useKpiWrite(approve)
  const mine = session ? sideOf(contract, session.organisation.id) === version.requested_by_side : true
  return (
    <div className="notice warning agreed-waiting">
      <div>
        <p>
          <strong>{words.waits}</strong>
        </p>
        <Content version={version} />
        <Known version={version} contract={contract} From={From} />
        {manages && !mine ? (
          <button type="button" className="button" disabled={write.isPending} onClick={() => write.mutate(version.id)}>
            {words.approve}
          </button>
        ) : null}
        <Refused error={write.error} />
      </div>
    </div>
  )
}

function Others<Version extends AgreedVersion>({ items, contract, words, Content, From }: PartsProps<Version> & { items: readonly Version[] }) {
  return (
    <details>
      <summary>{words.others}</summary>
      <ol className="plain agreed-versions">
        {items.map((one) => (
          <li key={one.id}>
            <Content version={one} />
            <Known version={one} contract={contract} From={From} />
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

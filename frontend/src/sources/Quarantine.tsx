import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SourceFreshness } from '../api/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ConfirmButton } from '../ui/ConfirmButton'
import { ScrollRegion } from '../ui/ScrollRegion'
import { quarantineQuery } from './queries'
import { RereadForm, RereadQuestion } from './RereadForm'
import { RereadProgress, RereadResult } from './RereadResult'
import { useRereading } from './use-rereading'
import { useSourceWords } from './words'

interface QuarantineProps {
  source: SourceFreshness
  /** Only managers may have it read again. */
  mayRead: boolean
}

const newestFirst = <Received extends { received_at: string }>(items: readonly Received[]) =>
  items.toSorted((a, b) => b.received_at.localeCompare(a.received_at))

/** The room of the table to come, in px: its head and its rows, or one line of text. */
const reservedHeight = (rows: number) => (rows ? 44 + 42 * rows : 24)

/** Well-signed deliveries that could not be read, kept until they can be. */
export function Quarantine({ source, mayRead }: QuarantineProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  const waiting = useQuery(quarantineQuery(source.source_id))
  const [choosing, setChoosing] = useState(false)
  const told = useRef<HTMLDivElement>(null)
  const { act: reading, progress } = useRereading(source.source_id, () => {
    setChoosing(false)
    // What was pressed goes away with what waited.
    told.current?.focus()
  })
  const number = source.quarantined
  const heads = { received: t`Reçue`, reason: t`Pourquoi elle n’a pas pu être lue`, state: t`État`, digest: t`Empreinte` }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>En quarantaine</Trans>
        </h2>
        <span className="soft small">{source.name}</span>
        {mayRead && number ? (
          <span className="end no-print">
            <button type="button" className="button-quiet" aria-expanded={choosing} disabled={reading.isPending} onClick={() => setChoosing(!choosing)}>
              <Trans>Relire une période</Trans>
            </button>
            <ConfirmButton
              className="button-quiet"
              busy={reading.isPending}
              label={<Trans>Tout relire</Trans>}
              question={<RereadQuestion number={number} />}
              confirm={<Trans>Relire</Trans>}
              act={() => reading.mutate({})}
            />
          </span>
        ) : null}
      </div>
      {choosing && mayRead ? (
        <RereadForm sourceId={source.source_id} busy={reading.isPending} onRead={reading.mutate} onClose={() => setChoosing(false)} />
      ) : null}
      <div role="status" ref={told} tabIndex={-1}>
        {reading.isPending ? <RereadProgress progress={progress} /> : reading.isSuccess ? <RereadResult result={reading.data} /> : null}
        {reading.isError ? (
          <p className="notice alert">
            <Trans>La relecture n’a pas abouti. Réessayez dans un instant.</Trans>
          </p>
        ) : null}
      </div>
      <Answer query={waiting} height={reservedHeight(source.quarantined)}>
        {({ items, next_cursor }) =>
          items.length ? (
            <>
              <ScrollRegion label={t`En quarantaine`}>
                <table className="ledger cards">
                  <Heads labels={Object.values(heads)} />
                  <tbody>
                    {newestFirst(items).map((one) => (
                      <tr key={one.receipt_id}>
                        <th scope="row">{format.instant(one.received_at)}</th>
                        <Cell label={heads.reason}>{words.reason(one.reason)}</Cell>
                        <Cell label={heads.state}>
                          {one.released_at ? (
                            <Trans>lue le {format.instant(one.released_at)}</Trans>
                          ) : (
                            <>
                              <Trans>attend</Trans>{' '}
                              {mayRead ? (
                                <ConfirmButton
                                  className="button-quiet"
                                  busy={reading.isPending}
                                  label={
                                    <Trans>
                                      Relire<span className="visually-hidden"> la livraison reçue le {format.instant(one.received_at)}</span>
                                    </Trans>
                                  }
                                  question={<RereadQuestion number={1} />}
                                  confirm={<Trans>Relire</Trans>}
                                  act={() => reading.mutate({ receipt_ids: [one.receipt_id] })}
                                />
                              ) : null}
                            </>
                          )}
                        </Cell>
                        <Cell label={heads.digest}>
                          <code>{one.sha256.slice(0, 12)}</code>
                        </Cell>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
              {next_cursor ? (
                <p className="soft small">
                  <Trans>{format.integer(items.length)} sont montrées ici ; il y en a d’autres.</Trans>
                </p>
              ) : null}
            </>
          ) : (
            <p className="soft">
              <Trans>Rien n’attend : tout ce qui a été signé a pu être lu.</Trans>
            </p>
          )
        }
      </Answer>
    </section>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { SourceFreshness } from '../api/types'
import { useFormat } from '../format/use-format'
import { freshnessQuery } from '../indicators/queries'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { quarantineQuery, readAgain, readOneAgain } from './queries'
import { useSourceWords } from './words'

interface QuarantineProps {
  source: SourceFreshness
  contractId: string
  /** Only managers may have it read again. */
  mayRead: boolean
}

const newestFirst = <Received extends { received_at: string }>(items: readonly Received[]) =>
  items.toSorted((a, b) => b.received_at.localeCompare(a.received_at))

/** The room of the table to come, in px: its head and its rows, or one line of text. */
const reservedHeight = (rows: number) => (rows ? 44 + 42 * rows : 24)

/** Well-signed deliveries that could not be read, kept until they can be. */
export function Quarantine({ source, contractId, mayRead }: QuarantineProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  const queries = useQueryClient()
  const waiting = useQuery(quarantineQuery(source.source_id))
  const reading = useMutation({
    mutationFn: async (receipt: string | null) => {
      if (receipt === null) return (await readAgain(source.source_id)).data!
      const { summary } = (await readOneAgain(source.source_id, receipt)).data!
      const still = summary['malformed'] ?? 0
      return { read: Object.values(summary).reduce((sum, one) => sum + one, 0) - still, still_malformed: still }
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries(quarantineQuery(source.source_id)),
        queries.invalidateQueries(freshnessQuery(contractId)),
      ]),
  })
  const read = reading.data?.read ?? 0
  const still = reading.data?.still_malformed ?? 0
  const heads = { received: t`Reçue`, reason: t`Pourquoi elle n’a pas pu être lue`, state: t`État`, digest: t`Empreinte` }
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>En quarantaine</Trans>
        </h2>
        <span className="soft small">{source.name}</span>
        {mayRead && waiting.data?.items.some((one) => one.released_at === null) ? (
          <button type="button" className="button-quiet end no-print" disabled={reading.isPending} onClick={() => reading.mutate(null)}>
            {reading.isPending ? <Trans>Lecture…</Trans> : <Trans>Tout relire</Trans>}
          </button>
        ) : null}
      </div>
      <div role="status">
        {reading.isSuccess ? (
          <p className="notice">
            <span>
              <Plural value={read} _0="Aucune livraison n’a pu être lue." one="Une livraison a été lue." other="# livraisons ont été lues." />{' '}
              <Plural value={still} _0="Plus rien n’attend." one="Une reste illisible." other="# restent illisibles." />
            </span>
          </p>
        ) : null}
        {reading.isError ? (
          <p className="notice alert">
            <Trans>La relecture n’a pas abouti. Réessayez dans un instant.</Trans>
          </p>
        ) : null}
      </div>
      <Answer query={waiting} height={reservedHeight(source.quarantined)}>
        {({ items }) =>
          items.length ? (
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
                              <button type="button" className="button-quiet no-print" disabled={reading.isPending} onClick={() => reading.mutate(one.receipt_id)}>
                                <Trans>
                                  Relire<span className="visually-hidden"> la livraison reçue le {format.instant(one.received_at)}</span>
                                </Trans>
                              </button>
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

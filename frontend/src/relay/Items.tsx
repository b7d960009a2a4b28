import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Contract, RelayItem, Themes } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { listed, type Counted } from './counts'
import { ItemCard } from './ItemCard'
import { itemsQuery, type Asked } from './queries'

interface Shared {
  contract: Contract
  side: Side | null
  themes: Themes | null
}

/** The list, page by page: what is late first, under how many there are in all. */
export function Items({ asked, counted, ...shared }: Shared & { asked: Asked; counted: Counted | null }) {
  const { t } = useLingui()
  const format = useFormat()
  const pages = useInfiniteQuery(itemsQuery(shared.contract.id, asked))
  const { view, kind, late } = asked
  const rest = kind === 'praise' ? (view === 'closed' ? t`Transmises` : t`À transmettre`) : view === 'open' ? t`Dans les temps` : view === 'replied' ? t`Attendent l’avis du donneur d’ordre` : t`Clos`
  return (
    <Answer query={pages} height={480}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items)
        if (!items.length) {
          return (
            <p className="soft">
              <Trans>Rien ici pour le moment. Les retours qui répondent à une règle arrivent en quelques secondes.</Trans>
            </p>
          )
        }
        const all = counted ? listed(counted, view, late ?? false) : null
        const overdue = view === 'open' ? (counted?.late ?? null) : 0
        return (
          <>
            <Group title={t`En retard`} all={overdue} items={items.filter((one) => one.late)} {...shared} />
            <Group title={rest} all={all === null || overdue === null ? null : all - overdue} items={items.filter((one) => !one.late)} {...shared} />
            {pages.hasNextPage ? (
              <p>
                <button type="button" className="button-quiet more no-print" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {pages.isFetchingNextPage ? <Trans>Lecture…</Trans> : <Trans>Afficher la suite</Trans>}
                </button>{' '}
                {all === null ? null : (
                  <span className="soft small">
                    <Trans>
                      {format.integer(items.length)} montrés sur {format.integer(all)}
                    </Trans>
                  </span>
                )}
              </p>
            ) : null}
          </>
        )
      }}
    </Answer>
  )
}

function Group({ title, all, items, ...shared }: Shared & { title: string; all: number | null; items: readonly RelayItem[] }) {
  const format = useFormat()
  if (!items.length) return null
  return (
    <>
      <h3 className="relay-group">
        {title} {all === null ? null : <span className="soft">({format.integer(all)})</span>}
      </h3>
      <ul className="plain relay-list">
        {items.map((one) => (
          <li key={one.id}>
            <ItemCard item={one} {...shared} />
          </li>
        ))}
      </ul>
    </>
  )
}

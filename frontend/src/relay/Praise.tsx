import { Plural, Trans } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSession } from '../api/session'
import type { Contract, RelayItem, Themes } from '../api/types'
import type { Side } from '../charts/types'
import { VerbatimItem } from '../verbatims/VerbatimItem'
import type { Counted } from './counts'
import { itemsQuery, useStep } from './queries'
import { useRelayWords } from './words'

interface PraiseProps {
  contract: Contract
  side: Side | null
  themes: Themes | null
  counted: Counted | null
  team: string | undefined
  mine: boolean
}

/** What pleased customers say: to be passed on to the team, in one act. */
export function Praise({ contract, side, themes, counted, team, mine }: PraiseProps) {
  const pages = useInfiniteQuery(itemsQuery(contract.id, { view: 'open', kind: 'praise', team, mine }))
  const functions = useSession()?.functions ?? []
  const acts = side === 'sous_traitant' && functions.some((one) => one === 'manager' || one === 'team_lead')
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  if (!items.length) return null
  const count = counted?.open ?? items.length
  return (
    <section className="panel">
      <h2 className="ruled">
        <Trans>Félicitations</Trans>
      </h2>
      <p className="soft">
        <Plural value={count} one="Un client très satisfait, à faire connaître à l’équipe." other="# clients très satisfaits, à faire connaître à l’équipe." />
      </p>
      <ul className="plain relay-list">
        {items.map((one) => (
          <li key={one.id}>
            <PraiseCard contract={contract} item={one} themes={themes} acts={acts} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage ? (
        <button type="button" className="button-quiet more no-print" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {pages.isFetchingNextPage ? <Trans>Lecture…</Trans> : <Trans>Afficher la suite</Trans>}
        </button>
      ) : null}
    </section>
  )
}

function PraiseCard({ contract, item, themes, acts }: { contract: Contract; item: RelayItem; themes: Themes | null; acts: boolean }) {
  const words = useRelayWords()
  const step = useStep(contract.id, item.id)
  return (
    <article className="relay-card relay-praise">
      <p className="relay-head soft">
        <Trans>Équipe {item.team.name}</Trans>
      </p>
      <ul className="verbatims">
        <VerbatimItem contract={contract} verbatim={item.verbatim} themes={themes} acts={false} />
      </ul>
      {acts ? (
        <div className="relay-acts no-print">
          <button type="button" className="button" disabled={step.isPending} onClick={() => step.mutate({ step: 'pass_on' })}>
            {words.act('pass_on')}
          </button>
        </div>
      ) : null}
    </article>
  )
}

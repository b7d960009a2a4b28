import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSession } from '../api/session'
import type { Contract, Themes } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { Answer } from '../ui/Answer'
import { SegmentLink } from '../ui/SegmentLink'
import { verbatimsQuery, type Question, type Wanted } from './queries'
import { useVerbatimsTable } from './use-verbatims-table'
import { VerbatimItem } from './VerbatimItem'
import { useVerbatimWords } from './words'

/** Who may add a theme by hand, or take one away. */
const TAGGERS = new Set(['manager', 'team_lead'])
const QUESTIONS: Question[] = ['nps', 'csat', 'ces', 'fcr_declared']

/** The words themselves, newest first. */
export function List({ contract, period, wanted, themes }: { contract: Contract; period: string; wanted: Wanted; themes: Themes | null }) {
  const { t } = useLingui()
  const words = useVerbatimWords()
  const pages = useInfiniteQuery(verbatimsQuery(contract.id, wanted))
  const table = useVerbatimsTable(contract, period, wanted)
  const { question, score } = wanted
  const tags = useSession()?.functions.some((one) => TAGGERS.has(one)) ?? false
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          {score === null ? (
            <Trans>Ce que disent les clients</Trans>
          ) : (
            <Trans>Réponses notées {score} sur 10</Trans>
          )}
        </h2>
        <div className="end">
          <nav className="segments no-print" aria-label={t`Filtrer les réponses par question`}>
            <SegmentLink search={{ question: undefined, note: undefined }} current={!question && score === null}>
              <Trans>Toutes</Trans>
            </SegmentLink>
            {QUESTIONS.map((one) => (
              <SegmentLink key={one} search={{ question: one, note: undefined }} current={question === one}>
                {words.question(one)}
              </SegmentLink>
            ))}
          </nav>
          <nav className="segments no-print" aria-label={t`Filtrer les réponses par satisfaction`}>
            <SegmentLink search={{ notes: undefined }} current={!wanted.low}>
              <Trans>Toutes les notes</Trans>
            </SegmentLink>
            <SegmentLink search={{ notes: 'basses' }} current={wanted.low}>
              <Trans>Clients mécontents</Trans>
            </SegmentLink>
          </nav>
          {score === null ? (
            <nav className="segments no-print" aria-label={t`Filtrer les réponses par commentaire`}>
              <SegmentLink search={{ mots: undefined }} current={!wanted.all}>
                <Trans>Avec commentaire</Trans>
              </SegmentLink>
              <SegmentLink search={{ mots: 'tous' }} current={wanted.all}>
                <Trans>Avec ou sans</Trans>
              </SegmentLink>
            </nav>
          ) : null}
          <ExportMenu disabled={!pages.data} table={() => table(pages.data?.pages.flatMap((page) => page.items) ?? [])} />
        </div>
      </div>
      <Answer query={pages} height={640}>
        {(data) => {
          const verbatims = data.pages.flatMap((page) => page.items)
          if (!verbatims.length) {
            return (
              <p className="soft">
                <Trans>Aucune réponse à montrer pour ce mois et ce filtre. Choisir un autre mois, ou afficher toutes les réponses.</Trans>
              </p>
            )
          }
          return (
            <>
              <ul className="verbatims">
                {verbatims.map((verbatim) => (
                  <VerbatimItem key={verbatim.id} contract={contract} verbatim={verbatim} themes={themes} tags={tags} />
                ))}
              </ul>
              {pages.hasNextPage ? (
                <button type="button" className="button-quiet more no-print" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {pages.isFetchingNextPage ? <Trans>Lecture…</Trans> : <Trans>Afficher plus de réponses</Trans>}
                </button>
              ) : null}
            </>
          )
        }}
      </Answer>
    </section>
  )
}

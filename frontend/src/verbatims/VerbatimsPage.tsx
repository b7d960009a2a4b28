import './verbatims.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { contractQuery } from '../contracts/queries'
import { currentMonth, lastCompleteMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { Reviewing } from '../masking/Reviewing'
import { PeriodLinks } from '../indicators/PeriodLinks'
import { figuresQuery } from '../indicators/queries'
import { ResponseRates } from '../surveys/ResponseRates'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { monthBounds } from './bounds'
import { Declared, Reading } from './Declared'
import { Histogram } from './Histogram'
import { List } from './List'
import { themesQuery } from '../themes/queries'
import { ThemeFilters } from '../themes/ThemeFilters'
import { scoresQuery, type Wanted } from './queries'
import { QueueFilters } from './QueueFilters'
import { SearchField } from './SearchField'

/** What end customers answered in a month, in their own words. */
export function VerbatimsPage() {
  const { t } = useLingui()
  const { contractId } = useParams({ from: '/signed-in/contrats/$contractId' })
  const { periode, note, question, mots, notes, theme, file, q } = useSearch({ from: '/signed-in/contrats/$contractId/verbatims' })
  const { data: contract } = useSuspenseQuery(contractQuery(contractId))
  const manages = useSession()?.functions.includes('manager') ?? false
  const format = useFormat()
  const period = periode ?? lastCompleteMonth(contract.zone)
  const bounds = monthBounds(period, contract.zone)
  const score = note === undefined ? null : Number(note)
  const wanted: Wanted = {
    ...bounds,
    score,
    question: score === null ? (question ?? null) : null,
    all: score !== null || mots === 'tous',
    low: notes === 'basses',
    theme: theme ?? null,
    queue: file?.trim() || null,
    q: q?.trim() || null,
  }
  const scores = useQuery({ ...scoresQuery(contractId, wanted), placeholderData: keepPreviousData })
  const themes = useQuery(themesQuery(contractId))
  const figures = useQuery(figuresQuery(contractId, period))
  const answers = scores.data?.items.reduce((sum, one) => sum + one.answers, 0)
  useTitle(t`Verbatims`, format.month(period), contract.title)
  return (
    <>
      <p className="eyebrow">{format.monthTitle(period)}</p>
      <h1>
        {answers ? <Plural value={answers} one="Un client a répondu." other="# réponses de clients." /> : <Trans>Verbatims</Trans>}
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Les réponses des clients aux enquêtes, avec leurs mots. Les données personnelles y sont masquées dès la réception, à l’identique
            pour les deux parties ; les références de tickets et de commandes restent lisibles. Un nom rare que rien n’annonce peut
            rester.
          </Trans>
        </Understand>
        <PeriodLinks period={period} latest={currentMonth(contract.zone)} />
        <CopyLink frozen={{ periode: period }} />
        {manages ? (
          <Link to="/contrats/$contractId/verbatims/importer" params={{ contractId }} className="button-quiet no-print">
            <Trans>Importer des réponses</Trans>
          </Link>
        ) : null}
        <Link to="/contrats/$contractId/enquetes" params={{ contractId }} className="button-quiet no-print">
          <Trans>Enquêtes</Trans>
        </Link>
        <Link to="/contrats/$contractId/verbatims/outils" params={{ contractId }} className="button-quiet no-print">
          <Trans>Outils d’enquête</Trans>
        </Link>
        <Link to="/contrats/$contractId/droits" params={{ contractId }} className="button-quiet no-print">
          <Trans>Droits des personnes</Trans>
        </Link>
      </div>
      <div className="verbatims-heads">
        <section className="panel">
          <div className="panel-head">
            <h2>
              <Trans>Notes de recommandation</Trans>
            </h2>
          </div>
          <Answer query={scores} height={168}>
            {({ items }) => <Histogram items={items} chosen={score} />}
          </Answer>
        </section>
        <section className="panel">
          <div className="panel-head">
            <h2>
              <Trans>Ce que les réponses mesurent</Trans>
            </h2>
          </div>
          <Answer query={figures} height={168}>
            {({ items }) => (
              <>
                <Declared figures={items} contractId={contractId} />
                <dl className="readings">
                  {items.flatMap((one) =>
                    one.indicator === 'nps' || one.indicator === 'csat' || one.indicator === 'ces' ? <Reading key={one.indicator} figure={one} contractId={contractId} /> : [],
                  )}
                  <ResponseRates contractId={contractId} period={period} />
                </dl>
              </>
            )}
          </Answer>
        </section>
      </div>
      <Reviewing contract={contract} />
      <section className="panel">
        <div className="panel-head">
          <h2>
            <Trans>Thèmes</Trans>
          </h2>
        </div>
        <Answer query={themes} height={96}>
          {(data) => <ThemeFilters contractId={contractId} themes={data} wanted={wanted} />}
        </Answer>
      </section>
      <QueueFilters contractId={contractId} wanted={wanted} />
      <SearchField key={wanted.q} q={wanted.q} />
      <List contract={contract} period={period} wanted={wanted} themes={themes.data ?? null} />
    </>
  )
}

import './indicator.css'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { contractQuery } from '../contracts/queries'
import { currentMonth, lastCompleteMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { NotFoundPage } from '../shell/NotFoundPage'
import { useNames } from '../indicators/names'
import { PeriodLinks } from '../indicators/PeriodLinks'
import { declaredIn, useDimensionWords } from '../dimensions/words'
import { explanationQuery } from './queries'
import { comparisonQuery, figuresQuery } from '../indicators/queries'
import { themesQuery } from '../themes/queries'
import { Answer } from '../ui/Answer'
import { CopyLink } from '../ui/CopyLink'
import { Term } from '../ui/Term'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Declared } from '../verbatims/Declared'
import { Annotations } from './Annotations'
import { wordsBehind } from './behind'
import { ByValue } from './ByValue'
import { CutNotice } from './CutNotice'
import { Curve } from './Curve'
import { choose } from './choose'
import { Head } from './Head'
import { IndicatorSources } from './IndicatorSources'
import { Tickets } from './Tickets'
import { Variants } from './Variants'
import { Why } from './Why'

const NONE = { indicator: '', variant: null, period: '' }
const FIRST_CONTACT = new Set(['fcr_ticket', 'fcr_observed', 'fcr_declared'])

/** One indicator in one month: value, curve, where the figure comes from, down to the events of each ticket. */
export function IndicatorPage() {
  const { contractId, code } = useParams({ from: '/signed-in/contrats/$contractId/indicateurs/$code' })
  const search = useSearch({ from: '/signed-in/contrats/$contractId/indicateurs/$code' })
  const format = useFormat()
  const names = useNames()
  const dimensionWords = useDimensionWords()
  const { data: contract } = useQuery(contractQuery(contractId))
  const period = search.periode ?? lastCompleteMonth(format.zone)
  const figures = useQuery(figuresQuery(contractId, period))
  const figure = choose(figures.data?.items ?? [], code, search.variante ?? null)
  const whole = useQuery({ ...explanationQuery(figure?.figure_id ?? ''), enabled: figure !== null })
  const dimensions = declaredIn(whole.data?.terms ?? [])
  const dimension = dimensions.find((one) => one === search.dimension) ?? dimensions[0]
  const value = search.valeur
  const comparison = useQuery({ ...comparisonQuery(contractId, figure ?? NONE, dimension ?? 'channel'), enabled: figure !== null && dimension !== undefined })
  const cut = value === undefined ? undefined : comparison.data?.items.find((one) => Object.values(one.dimensions)[0] === value)
  const ofValue = useQuery({ ...explanationQuery(cut?.figure_id ?? ''), enabled: cut !== undefined })
  const explanation = cut ? ofValue : whole
  const shown = cut ? ofValue.data?.figure : figure
  const name = names.figure({ indicator: code, variant: figure?.variant ?? null })
  const shownName = cut && dimension && value !== undefined ? `${name}, ${dimensionWords.value(value, dimension)}` : name
  const notice = cut && dimension && value !== undefined ? <CutNotice dimension={dimension} value={value} /> : null
  const themes = useQuery(themesQuery(contractId))
  const words = wordsBehind(code, themes.data?.items.map((one) => one.code))
  useTitle(name, contract?.title)

  if (figures.data && !figure) return <NotFoundPage />
  return (
    <article className="indicator">
      <header>
        <p className="eyebrow">
          <Trans>Indicateur</Trans> · {format.monthTitle(period)} <Term code={code} word={names.indicator(code)} />
        </p>
        <h1>{name}</h1>
        <div className="page-tools">
          <Understand>
            <Trans>
              En haut, la valeur et ce qu’en dit l’engagement ; dessous, la courbe ; puis « Pourquoi ce chiffre » : la règle, ce
              qui est compté, ce qui ne l’est pas, et chaque ticket jusqu’à ses évènements.
            </Trans>
          </Understand>
          <PeriodLinks period={period} latest={currentMonth(format.zone)} />
          <CopyLink frozen={{ periode: period, variante: figure?.variant ?? undefined }} />
          <Link to="/contrats/$contractId/verbatims" params={{ contractId }} search={{ periode: period, ...words, notes: 'basses' }} className="button-quiet no-print">
            <Trans>Lire les mots des clients mécontents</Trans>
          </Link>
          <Link to="/contrats/$contractId/actions" params={{ contractId }} search={{ indicator: code }} className="button-quiet no-print">
            <Trans>Actions liées</Trans>
          </Link>
          <Link
            to="/contrats/$contractId/actions/new"
            params={{ contractId }}
            search={{ origin: `figure:${code}/${period}`, indicator: code, variant: figure?.variant ?? undefined }}
            className="button-quiet no-print"
          >
            <Trans>Créer une action</Trans>
          </Link>
          <Link to="/contrats/$contractId/avant-apres" params={{ contractId }} search={{ kpi: code, variante: figure?.variant ?? undefined }} className="button-quiet no-print">
            <Trans>Avant et après</Trans>
          </Link>
        </div>
        <Variants figures={figures.data?.items ?? []} code={code} current={figure?.variant ?? null} />
      </header>
      <Answer query={figures} height={180}>
        {() => (figure ? <Head figure={figure} contractId={contractId} /> : null)}
      </Answer>
      {figure ? (
        <>
          <section className="panel">
            {notice}
            <Curve contractId={contractId} figure={shown ?? figure} period={period} name={shownName} contractTitle={contract?.title ?? ''} />
          </section>
          {FIRST_CONTACT.has(code) ? (
            <section className="panel" id="ecarts">
              <h2 className="ruled">
                <Trans>Trois mesures du premier contact</Trans>
              </h2>
              <Declared figures={figures.data?.items ?? []} contractId={contractId} />
            </section>
          ) : null}
          {dimension ? (
            <section className="panel" id="dimensions">
              <ByValue contractId={contractId} figure={figure} dimensions={dimensions} chosen={dimension} value={cut ? value : undefined} />
            </section>
          ) : null}
          <section className="panel" id="pourquoi">
            <h2 className="ruled">
              <Trans>Pourquoi ce chiffre</Trans>
            </h2>
            {notice}
            <Answer query={explanation} height={520}>
              {(data) => <Why explanation={data} />}
            </Answer>
          </section>
          <section className="panel" id="tickets">
            {notice}
            {shown ? <Tickets figure={shown} counted={search.comptes ?? null} name={shownName} period={period} /> : null}
          </section>
          <section className="panel">
            <IndicatorSources contractId={contractId} />
          </section>
          <section className="panel" id="annotations">
            <Annotations contractId={contractId} indicator={code} period={period} />
          </section>
        </>
      ) : null}
    </article>
  )
}

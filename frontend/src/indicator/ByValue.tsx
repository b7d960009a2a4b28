import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Comparison, ComparisonItem, DimensionName, Figure } from '../api/types'
import { useFormat } from '../format/use-format'
import { useDimensionWords } from '../dimensions/words'
import { comparisonQuery } from '../indicators/queries'
import { useSampleWords } from '../indicators/samples'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { SegmentLink } from '../ui/SegmentLink'
import { scaleOf, type Scale } from './interval'
import { useReadingWords } from './readings'

interface ByValueProps {
  contractId: string
  figure: Figure
  dimensions: readonly DimensionName[]
  chosen: DimensionName
  /** The value whose tickets are shown below. */
  value: string | undefined
}

/** The figure by site, channel or reason: each value beside the rest of the contract, worst first. */
export function ByValue({ contractId, figure, dimensions, chosen, value }: ByValueProps) {
  const { t } = useLingui()
  const words = useDimensionWords()
  const comparison = useQuery(comparisonQuery(contractId, figure, chosen))
  return (
    <>
      <div className="panel-head">
        <h2>
          <Trans>Comparaison par dimension</Trans>
        </h2>
        <nav className="segments no-print" aria-label={t`Dimension`}>
          {dimensions.map((name) => (
            <SegmentLink key={name} search={{ dimension: name, valeur: undefined }} current={name === chosen}>
              {words.name(name)}
            </SegmentLink>
          ))}
        </nav>
      </div>
      <Answer query={comparison} height={260}>
        {(data) => <Values data={data} shown={value} />}
      </Answer>
    </>
  )
}

function Values({ data, shown }: { data: Comparison; shown: string | undefined }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useDimensionWords()
  const scale = scaleOf(data.items, data.whole.value)
  const name = words.name(data.dimension)
  const heads = { name, value: t`Valeur`, drawing: t`Intervalle à 95 %`, gap: t`Écart au reste`, reading: t`Lecture`, tickets: t`Tickets` }
  if (!data.items.length) {
    return (
      <p className="empty">
        <Trans>Rien n’est compté dans cette période.</Trans>
      </p>
    )
  }
  return (
    <>
      <ScrollRegion label={t`Comparaison : ${name}`}>
        <table className="ledger cards by-value">
          <Heads labels={Object.values(heads)} numbers={[heads.value, heads.gap]} />
          <tbody>
            {data.items.map((item) => (
              <Row key={item.figure_id} item={item} data={data} scale={scale} heads={heads} current={shown === valueOf(item)} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="soft small by-value-notes">
        <p>
          <Trans>Ensemble de la prestation : {data.whole.value === null ? '–' : format.amount(data.whole.value, data.unit)}, le trait vertical.</Trans>{' '}
          <Compared data={data} />
        </p>
        {data.values_left_out ? (
          <p>
            <Plural
              value={data.values_left_out}
              one="# valeur, parmi les moins fréquentes, n’est pas montrée."
              other="# valeurs, parmi les moins fréquentes, ne sont pas montrées."
            />
          </p>
        ) : null}
      </div>
    </>
  )
}

const valueOf = (item: ComparisonItem) => Object.values(item.dimensions)[0] ?? ''

interface RowProps {
  item: ComparisonItem
  data: Comparison
  scale: Scale | null
  heads: Record<'name' | 'value' | 'drawing' | 'gap' | 'reading' | 'tickets', string>
  current: boolean
}

function Row({ item, data, scale, heads, current }: RowProps) {
  const format = useFormat()
  const words = useDimensionWords()
  const readings = useReadingWords()
  const sample = useSampleWords()
  const value = valueOf(item)
  const { interval, difference } = item
  const unit = data.compared === 'share_within_limit' ? 'ratio' : data.unit
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <th scope="row">{words.value(value, data.dimension)}</th>
      <Cell label={heads.value} number>
        {item.value === null ? '–' : format.amount(item.value, data.unit)}
        <small className="soft">
          {item.numerator !== null && item.denominator !== null && data.unit === 'ratio' ? (
            <Trans>
              {format.integer(item.numerator)} sur {format.integer(item.denominator)}
            </Trans>
          ) : (
            sample({ indicator: data.indicator, sample_size: item.sample_size })
          )}
        </small>
      </Cell>
      <Cell label={heads.drawing}>
        <Drawing item={item} whole={data.whole.value} scale={scale} />
        <small className="soft">
          {interval ? (
            <Trans>
              {format.amount(interval.low, data.unit)} à {format.amount(interval.high, data.unit)}
            </Trans>
          ) : (
            '–'
          )}
        </small>
      </Cell>
      <Cell label={heads.gap} number>
        {difference ? (
          <>
            {format.difference(Number(difference.value), unit)}
            <small className="soft">
              <Trans>
                {format.difference(Number(difference.low), unit)} à {format.difference(Number(difference.high), unit)}
              </Trans>
            </small>
          </>
        ) : (
          '–'
        )}
      </Cell>
      <Cell label={heads.reading}>
        <span className={`value-reading reading-${item.reading}`}>{readings(item.reading)}</span>
      </Cell>
      <Cell label={heads.tickets}>
        <Link to="." search={(kept: object) => ({ ...kept, dimension: data.dimension, valeur: value }) as never} hash="pourquoi" replace>
          <Trans>Voir</Trans> <span className="visually-hidden">{words.value(value, data.dimension)}</span>
        </Link>
      </Cell>
    </tr>
  )
}

/** The interval as a line, the value as a point on it, the whole as an upright stroke; the numbers say the same. */
function Drawing({ item, whole, scale }: { item: ComparisonItem; whole: string | null; scale: Scale | null }) {
  if (!scale || item.value === null) return null
  const { interval, value } = item
  const from = interval ? scale.at(interval.low) : null
  return (
    <span className="dot-and-interval" aria-hidden="true">
      {whole === null ? null : <i className="whole" style={{ left: `${scale.at(whole)}%` }} />}
      {interval && from !== null ? <i className="reach" style={{ left: `${from}%`, width: `${scale.at(interval.high) - from}%` }} /> : null}
      <i className={`point reading-${item.reading}`} style={{ left: `${scale.at(value)}%` }} />
    </span>
  )
}

/** What is compared, and what the interval means. */
function Compared({ data }: { data: Comparison }) {
  const format = useFormat()
  if (data.compared === null) return <Trans>Une moyenne et un stock sont montrés sans être comparés.</Trans>
  const isSample = data.items.some((item) => item.interval?.of === 'sample')
  return (
    <>
      {data.compared === 'share_within_limit' && data.limit_seconds !== null ? (
        <Trans>Chaque valeur est comparée au reste par la part des tickets qui tiennent en {format.duration(data.limit_seconds)}.</Trans>
      ) : (
        <Trans>Chaque valeur est comparée au reste de la prestation.</Trans>
      )}{' '}
      <Trans>Un écart n’est dit établi que si le hasard l’explique moins d’une fois sur vingt, toutes valeurs prises ensemble.</Trans>{' '}
      {isSample ? null : (
        <Trans>Tout est compté : l’intervalle dit de combien un tel chiffre bouge d’un mois à l’autre, et n’excuse aucun manquement.</Trans>
      )}
    </>
  )
}

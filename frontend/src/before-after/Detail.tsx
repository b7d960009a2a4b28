import { Trans, useLingui } from '@lingui/react/macro'
import type { BeforeAfter } from '../api/types'
import { useFormat } from '../format/use-format'
import { scaleOf, type Scale } from '../indicator/interval'
import { valueOf, type Side } from './amounts'
import { Counted } from './Counted'
import { Mix } from './Mix'
import { Said } from './Said'
import { useBeforeAfterWords } from './words'

/** Everything that may be said of two stretches of days, and what may not. */
export function Detail({ data }: { data: BeforeAfter }) {
  const { t } = useLingui()
  const words = useBeforeAfterWords()
  const scale = scaleOf([data.before, data.after], null)
  return (
    <>
      <Said data={data} />
      <dl className="two-intervals">
        <Line label={t`Avant`} side={data.before} data={data} scale={scale} kind={data.before.origin === 'imported' ? 'declared' : 'before'} />
        <Line label={t`Après`} side={data.after} data={data} scale={scale} kind="after" />
      </dl>
      {data.before.interval ? (
        <p className="soft small prose">
          {data.before.interval.of === 'sample' ? (
            <Trans>Le trait est l’intervalle à 95 %, le point la valeur. L’intervalle ne dit rien de ceux qui n’ont pas répondu.</Trans>
          ) : (
            <Trans>Tout est compté : l’intervalle dit de combien un tel chiffre bouge de lui-même, et n’excuse aucun manquement.</Trans>
          )}
        </p>
      ) : null}
      {data.warnings.length ? (
        <ul className="before-after-cautions">
          {data.warnings.map((one) => (
            <li key={one}>{words.caution(one)}</li>
          ))}
        </ul>
      ) : null}
      {data.mix.map((one) => (
        <Mix key={one.dimension} mix={one} unit={data.unit} />
      ))}
      <p className="soft small prose">
        <Trans>
          Un avant et un après ne disent pas pourquoi : une saison, une offre, une panne peuvent l’expliquer. Comparer les mêmes mois, ou un lot
          resté en place, dit davantage.
        </Trans>
      </p>
    </>
  )
}

interface LineProps {
  label: string
  side: Side
  data: BeforeAfter
  scale: Scale | null
  kind: 'before' | 'declared' | 'after'
}

function Line({ label, side, data, scale, kind }: LineProps) {
  const format = useFormat()
  const words = useBeforeAfterWords()
  const value = valueOf(format, side, data.unit)
  const from = side.interval && scale ? scale.at(side.interval.low) : null
  return (
    <>
      <dt>
        {label}
        <small>
          <Trans>
            du {format.day(side.from, 'full')} au {format.day(side.to, 'full')}
          </Trans>
          , {words.origin(side.origin)}
        </small>
      </dt>
      <dd className={`line ${kind}`} aria-hidden="true">
        {side.interval && from !== null && scale ? <i className="reach" style={{ left: `${from}%`, width: `${scale.at(side.interval.high) - from}%` }} /> : null}
        {side.value !== null && value !== '–' && scale ? <i className="point" style={{ left: `${scale.at(side.value)}%` }} /> : null}
      </dd>
      <dd>
        <strong>{value}</strong>
        <small>
          <Counted side={side} indicator={data.indicator} />
          {side.interval ? (
            <>
              {', '}
              <Trans>
                {format.amount(side.interval.low, data.unit)} à {format.amount(side.interval.high, data.unit)}
              </Trans>
            </>
          ) : null}
          {side.response_rate === null ? null : (
            <>
              {', '}
              <Trans>taux de réponse {format.amount(side.response_rate, 'ratio')}</Trans>
            </>
          )}
        </small>
      </dd>
    </>
  )
}

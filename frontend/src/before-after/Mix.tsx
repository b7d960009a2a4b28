import { Trans, useLingui } from '@lingui/react/macro'
import type { BeforeAfter } from '../api/types'
import { useDimensionWords } from '../dimensions/words'
import { useFormat } from '../format/use-format'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { useBeforeAfterWords } from './words'

interface MixProps {
  mix: BeforeAfter['mix'][number]
  unit: BeforeAfter['unit']
}

/** Whether the mix moved, and what is left of the difference with the mix of before. */
export function Mix({ mix, unit }: MixProps) {
  const { t } = useLingui()
  const format = useFormat()
  const dimensions = useDimensionWords()
  const words = useBeforeAfterWords()
  const name = dimensions.name(mix.dimension)
  const weighted = mix.reweighted
  if (mix.refusal === 'nothing_counted') return null
  const heads = { value: name, weight: t`Part avant`, before: t`Avant`, after: t`Après` }
  const amount = (value: string | null, size: number) => (
    <>
      {value === null ? '–' : format.amount(value, unit)}
      <small className="soft">{format.integer(size)}</small>
    </>
  )
  return (
    <details>
      <summary>
        <Trans>Répartition : {name}</Trans>
        {mix.moved === null ? null : (
          <>
            {', '}
            <Trans>{format.amount(mix.moved, 'ratio')} a bougé</Trans>
          </>
        )}
      </summary>
      {weighted ? (
        <p className="prose">
          <Trans>
            Avec la répartition d’avant, la valeur d’après serait {format.amount(weighted.value, unit)}, entre {format.amount(weighted.low, unit)} et{' '}
            {format.amount(weighted.high, unit)} : écart de {format.difference(Number(weighted.difference.value), unit)}.
          </Trans>{' '}
          <strong>{words.reading(weighted.reading)}.</strong>{' '}
          {mix.leans_on_few ? <Trans>Une valeur compte moins de 10 réponses après.</Trans> : null}
        </p>
      ) : mix.refusal ? (
        <p className="prose">{words.refusal(mix.refusal)}</p>
      ) : null}
      {mix.strata.length ? (
        <ScrollRegion label={t`Répartition : ${name}`}>
          <table className="ledger cards before-after-table">
            <Heads labels={Object.values(heads)} numbers={[heads.weight, heads.before, heads.after]} />
            <tbody>
              {mix.strata.map((one) => (
                <tr key={one.value}>
                  <th scope="row">{dimensions.value(one.value, mix.dimension)}</th>
                  <Cell label={heads.weight} number>
                    {format.amount(one.weight, 'ratio')}
                  </Cell>
                  <Cell label={heads.before} number>
                    {amount(one.before_value, one.before_n)}
                  </Cell>
                  <Cell label={heads.after} number>
                    {amount(one.after_value, one.after_n)}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
    </details>
  )
}

import { Plural, Trans } from '@lingui/react/macro'
import type { Series } from '../api/types'
import { useFormat } from '../format/use-format'

interface LimitsProps {
  limits: NonNullable<Series['limits']>
  unit: Series['unit']
  grain: Series['grain']
}

/** What the band says: how far the series moves by itself, and which points are more than that. */
export function Limits({ limits, unit, grain }: LimitsProps) {
  const format = useFormat()
  if (limits.refusal === 'too_few_periods') {
    return (
      <p className="soft small prose">
        <Trans>Pas de limites de contrôle : il faut huit périodes closes, il y en a {limits.periods}.</Trans>
      </p>
    )
  }
  if (limits.refusal) {
    return (
      <p className="soft small prose">
        <Trans>Pas de limites de contrôle : tout est à un bout de l’échelle.</Trans>
      </p>
    )
  }
  const found = (signal: 'beyond' | 'run') => limits.items.filter((one) => one.signal === signal)
  const [beyond, run] = [found('beyond'), found('run')]
  const named = (period: string) => (grain === 'day' ? format.day(period) : format.month(period))
  return (
    <div className="soft small prose">
      <p>
        <Trans>
          Bande grise : trois écarts-types autour de {format.amount(limits.centre, unit)}, le centre de {limits.periods} périodes closes. Dedans, le
          chiffre bouge de lui-même.
        </Trans>{' '}
        {limits.items.some((one) => one.rough) ? <Trans>Là où peu est compté, les limites sont approchées.</Trans> : null}
      </p>
      <p>
        {beyond.length + run.length === 0 ? <Trans>Aucun point cerclé : rien de plus que ce mouvement.</Trans> : null}
        {beyond.length ? (
          <>
            <Plural value={beyond.length} one="# point au-delà des limites" other="# points au-delà des limites" />
            {` (${beyond.map((one) => named(one.period)).join(', ')}). `}
          </>
        ) : null}
        {run.length ? <Plural value={run.length} one="# point d’une suite de huit ou plus du même côté du centre." other="# points d’une suite de huit ou plus du même côté du centre." /> : null}
      </p>
    </div>
  )
}

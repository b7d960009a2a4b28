import { useLingui } from '@lingui/react/macro'
import type { LimitWords } from '../charts/types'

/** What a point is called that is more than noise. */
export function useLimitWords(): LimitWords {
  const { t } = useLingui()
  return {
    column: t`Limites de contrôle`,
    signal: (signal) => (signal === 'beyond' ? t`au-delà` : t`huit de suite du même côté`),
  }
}

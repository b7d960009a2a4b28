import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function IndicatorPage() {
  const { t } = useLingui()
  useTitle(t`Indicateur`)
  return (
    <h1>
      <Trans>Indicateur</Trans>
    </h1>
  )
}

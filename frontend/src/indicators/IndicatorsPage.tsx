import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function IndicatorsPage() {
  const { t } = useLingui()
  useTitle(t`Indicateurs`)
  return (
    <h1>
      <Trans>Indicateurs</Trans>
    </h1>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function KeysPage() {
  const { t } = useLingui()
  useTitle(t`Clés`)
  return (
    <h1>
      <Trans>Clés</Trans>
    </h1>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function BiHelpPage() {
  const { t } = useLingui()
  useTitle(t`Aide`)
  return (
    <h1>
      <Trans>Aide</Trans>
    </h1>
  )
}

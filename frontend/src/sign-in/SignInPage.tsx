import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function SignInPage() {
  const { t } = useLingui()
  useTitle(t`Se connecter`)
  return (
    <h1>
      <Trans>Se connecter</Trans>
    </h1>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function ContractsPage() {
  const { t } = useLingui()
  useTitle(t`Contrats`)
  return (
    <h1>
      <Trans>Contrats</Trans>
    </h1>
  )
}

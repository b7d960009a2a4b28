import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function PilotagePage() {
  const { t } = useLingui()
  useTitle(t`Pilotage`)
  return (
    <h1>
      <Trans>Pilotage</Trans>
    </h1>
  )
}

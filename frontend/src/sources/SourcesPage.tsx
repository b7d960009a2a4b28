import { Trans, useLingui } from '@lingui/react/macro'
import { useTitle } from '../ui/use-title'

export function SourcesPage() {
  const { t } = useLingui()
  useTitle(t`Sources`)
  return (
    <h1>
      <Trans>Sources</Trans>
    </h1>
  )
}

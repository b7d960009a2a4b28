import { useLingui } from '@lingui/react/macro'
import { ACCESSIBILITY, LEGAL, PRIVACY } from './content'
import { Notice } from './Notice'
import { Operator } from './Operator'

export function PrivacyPage() {
  const { t } = useLingui()
  return (
    <Notice title={t`Confidentialité`} blocks={PRIVACY}>
      <Operator fields={['name', 'data_protection_contact', 'contact', 'host']} />
    </Notice>
  )
}

export function LegalPage() {
  const { t } = useLingui()
  return (
    <Notice title={t`Mentions légales`} blocks={LEGAL}>
      <Operator fields={['name', 'address', 'registration', 'publication_director', 'contact', 'host']} />
    </Notice>
  )
}

export function AccessibilityPage() {
  const { t } = useLingui()
  return (
    <Notice title={t`Accessibilité : non audité`} blocks={ACCESSIBILITY}>
      <Operator fields={['name', 'contact']} />
    </Notice>
  )
}

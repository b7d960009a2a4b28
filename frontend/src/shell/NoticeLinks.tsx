import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'

/** The way to what everybody may read, signed in or not. */
export function NoticeLinks() {
  const { t } = useLingui()
  return (
    <nav className="notice-links small" aria-label={t`Aide et mentions`}>
      <Link to="/aide">
        <Trans>Aide</Trans>
      </Link>
      <Link to="/confidentialite">
        <Trans>Confidentialité</Trans>
      </Link>
      <Link to="/mentions-legales">
        <Trans>Mentions légales</Trans>
      </Link>
      <Link to="/accessibilite">
        <Trans>Accessibilité : non audité</Trans>
      </Link>
    </nav>
  )
}

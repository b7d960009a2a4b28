import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'

export function SpentLink() {
  return (
    <>
      <p className="soft">
        <Trans>
          Il a servi, a été remplacé ou retiré, ou son délai est passé. L’administrateur de votre organisation peut vous en donner un autre.
        </Trans>
      </p>
      <p>
        <Link to="/connexion" className="button-quiet">
          <Trans>Se connecter</Trans>
        </Link>
      </p>
    </>
  )
}

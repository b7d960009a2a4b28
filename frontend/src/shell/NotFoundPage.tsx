import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useTitle } from '../ui/use-title'

/** Also what a stranger to a contract sees: nothing tells the two apart. */
export function NotFoundPage() {
  const { t } = useLingui()
  useTitle(t`Page introuvable`)
  return (
    <section className="empty">
      <h1>
        <Trans>Cette page n’existe pas, ou ne vous est pas ouverte.</Trans>
      </h1>
      <p>
        <Trans>L’adresse a pu être mal recopiée. Si elle vous a été envoyée, demandez à la personne si votre organisation est partie à ce contrat.</Trans>
      </p>
      <Link to="/contrats" className="button">
        <Trans>Voir mes contrats</Trans>
      </Link>
    </section>
  )
}

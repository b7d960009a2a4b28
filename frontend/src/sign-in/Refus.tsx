import { Trans } from '@lingui/react/macro'
import type { RefusalReason } from './reasons'

/** Why nobody was let in who came back from their organisation's provider. */
export function Refus({ reason }: { reason: RefusalReason }) {
  return (
    <p className="notice alert" role="alert">
      <Words reason={reason} />
    </p>
  )
}

function Words({ reason }: { reason: RefusalReason }) {
  switch (reason) {
    case 'over':
      return <Trans>Cette connexion a pris trop de temps, ou a été commencée ailleurs. Recommencez.</Trans>
    case 'refused':
      return <Trans>Votre organisation n’a pas confirmé la connexion.</Trans>
    case 'unreachable':
    case 'unavailable':
      return <Trans>Le service de connexion de votre organisation ne répond pas. Réessayez, ou utilisez votre mot de passe.</Trans>
    case 'invalid':
      return <Trans>La réponse de votre organisation n’est pas valable : rien n’est ouvert. Prévenez votre administrateur.</Trans>
    case 'unverified':
      return <Trans>Votre organisation n’a pas vérifié votre adresse : votre administrateur peut la faire vérifier.</Trans>
    case 'unknown':
      return <Trans>Personne de cette organisation n’est invité ici avec cette adresse : demandez une invitation à votre administrateur.</Trans>
    case 'platform':
      return <Trans>La plateforme s’administre avec un mot de passe : connectez-vous ci-dessous.</Trans>
    case 'subject':
      return <Trans>Votre organisation a donné cette adresse à un autre compte : votre administrateur peut le libérer.</Trans>
  }
}

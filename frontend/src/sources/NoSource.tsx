import { Trans } from '@lingui/react/macro'
import type { Contract } from '../api/types'

export function NoSource({ contract }: { contract: Contract }) {
  return (
    <section className="empty">
      <p>
        <Trans>
          Aucun outil de tickets n’est encore relié à « {contract.title} ». Un responsable de l’une des deux parties peut en relier un
          par l’interface de programmation : la réponse donne l’adresse et le secret à saisir dans l’outil.
        </Trans>
      </p>
      <a className="button-quiet" href="/docs">
        <Trans>Voir comment relier une source</Trans>
      </a>
    </section>
  )
}

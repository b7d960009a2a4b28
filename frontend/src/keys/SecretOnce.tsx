import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { CopyValue } from '../ui/CopyValue'

export interface Secret {
  id: string
  secret: string
  name: string
}

/** The only moment at which a secret can be read. */
export function SecretOnce({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <section className="secret">
      <h2 ref={title} tabIndex={-1}>
        <Trans>La clé « {secret.name} » est prête.</Trans>
      </h2>
      <p>
        <Trans>Son secret n’est montré que maintenant : recopiez-le dans l’outil, il ne pourra plus être lu.</Trans>
      </p>
      <dl>
        <div>
          <dt>
            <Trans>Utilisateur</Trans>
          </dt>
          <dd>
            <CopyValue value={secret.id} />
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Mot de passe</Trans>
          </dt>
          <dd>
            <CopyValue value={secret.secret} />
          </dd>
        </div>
      </dl>
      <button type="button" className="button-quiet" onClick={onClose}>
        <Trans>J’ai recopié le secret</Trans>
      </button>
    </section>
  )
}

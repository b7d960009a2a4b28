import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import type { GivenLink } from '../api/types'
import { useFormat } from '../format/use-format'
import { CopyValue } from '../ui/CopyValue'

export interface Handed {
  link: GivenLink
  name: string
  email: string
  purpose: 'invitation' | 'password'
}

/** The only moment at which a link can be read. */
export function LinkOnce({ handed, onClose }: { handed: Handed; onClose: () => void }) {
  const format = useFormat()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { link, name, email } = handed
  const until = format.instant(link.expires_at, true)
  return (
    <section className="link-once">
      <h2 ref={title} tabIndex={-1}>
        {handed.purpose === 'invitation' ? <Trans>Le lien de {name} est prêt.</Trans> : <Trans>{name} peut choisir un nouveau mot de passe.</Trans>}
      </h2>
      <p>
        {link.mail === 'sent' ? (
          <Trans>Il vient d’être envoyé à {email}.</Trans>
        ) : link.mail === 'failed' ? (
          <Trans>Le courrier n’est pas parti : transmettez le lien vous-même.</Trans>
        ) : (
          <Trans>Aucun courrier n’est envoyé ici : transmettez le lien vous-même.</Trans>
        )}{' '}
        <Trans>Il sert une seule fois, jusqu’au {until}, et n’est montré que maintenant.</Trans>
      </p>
      <CopyValue value={link.url} />
      <button type="button" className="button-quiet" onClick={onClose}>
        <Trans>Fermer</Trans>
      </button>
    </section>
  )
}

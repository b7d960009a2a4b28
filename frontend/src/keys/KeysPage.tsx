import './keys.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { isStatus } from '../api/problems'
import { Answer } from '../ui/Answer'
import { Refusal } from '../ui/Refusal'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { KeyForm } from './KeyForm'
import { KeyTable } from './KeyTable'
import { keysQuery } from './queries'
import { SecretOnce, type Secret } from './SecretOnce'

/** Keys by which spreadsheets and BI tools read the figures. */
export function KeysPage() {
  const { t } = useLingui()
  const keys = useQuery(keysQuery)
  const [writing, setWriting] = useState(false)
  const [secret, setSecret] = useState<Secret | null>(null)
  useTitle(t`Clés`)
  if (isStatus(keys.error, 403)) {
    return (
      <section className="empty">
        <h1>
          <Trans>Clés</Trans>
        </h1>
        <p>
          <Refusal error={keys.error}>
            <Trans>Les clés de votre organisation sont tenues par ses responsables et ses administrateurs : adressez-vous à l’un d’eux.</Trans>
          </Refusal>
        </p>
      </section>
    )
  }
  return (
    <>
      <h1>
        <Trans>Clés</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Une clé laisse un tableur ou un outil d’analyse lire les chiffres de certains contrats, en lecture seule, jusqu’à une date.{' '}
            <Link to="/aide/bi">Comment s’en servir</Link>
          </Trans>
        </Understand>
        {writing ? null : (
          <button type="button" className="button no-print" onClick={() => setWriting(true)}>
            <Trans>Créer une clé</Trans>
          </button>
        )}
      </div>
      {secret ? <SecretOnce key={secret.id} secret={secret} onClose={() => setSecret(null)} /> : null}
      {writing ? (
        <KeyForm
          onCreated={(created) => {
            setSecret(created)
            setWriting(false)
          }}
          onCancel={() => setWriting(false)}
        />
      ) : null}
      <Answer query={keys} height={240}>
        {({ items }) =>
          items.length ? (
            <KeyTable keys={items} />
          ) : (
            <p className="soft">
              <Trans>Aucune clé encore. Créez-en une par outil : on peut alors retirer l’une sans couper les autres.</Trans>
            </p>
          )
        }
      </Answer>
    </>
  )
}

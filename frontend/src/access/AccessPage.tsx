import './access.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../api/session'
import { Answer } from '../ui/Answer'
import { CopyValue } from '../ui/CopyValue'
import { Understand } from '../ui/Understand'
import { useTitle } from '../ui/use-title'
import { Journal } from './Journal'
import { ProviderForm } from './ProviderForm'
import { ProviderTests } from './ProviderTests'
import { providerQuery } from './queries'

/** How the people of one's organisation sign in: through its own provider, and what was done to second factors. */
export function AccessPage() {
  const { t } = useLingui()
  const session = useSession()
  const administers = session?.functions.some((one) => one === 'administrator' || one === 'platform_admin') ?? false
  const settings = useQuery({ ...providerQuery, enabled: administers })
  useTitle(t`Connexion des personnes`)
  if (!session) return null
  if (!administers) {
    return (
      <section className="empty">
        <h1>
          <Trans>Connexion des personnes</Trans>
        </h1>
        <p>
          <Trans>Ces réglages reviennent aux administrateurs de votre organisation : adressez-vous à l’un d’eux.</Trans>
        </p>
      </section>
    )
  }
  return (
    <>
      <h1>
        <Trans>Connexion des personnes</Trans>
      </h1>
      <div className="page-tools">
        <Understand>
          <Trans>
            Vos collègues invités ici peuvent se connecter avec le compte de votre entreprise (OpenID Connect). Personne n’est créé ainsi : l’adresse, vérifiée par votre fournisseur d’identité, doit être celle d’une personne déjà présente.
          </Trans>
        </Understand>
      </div>
      <section>
        <h2 className="ruled">
          <Trans>Fournisseur d’identité</Trans>
        </h2>
        <Answer query={settings} height={360}>
          {(now) => (
            <>
              <dl className="access-told">
                <div>
                  <dt>
                    <Trans>À déclarer chez lui, à la lettre : adresse de retour</Trans>
                  </dt>
                  <dd>
                    <CopyValue value={now.callback_url} />
                  </dd>
                </div>
                {now.provider ? (
                  <div>
                    <dt>
                      <Trans>Lien de connexion de votre organisation</Trans>
                    </dt>
                    <dd>
                      <CopyValue value={now.sign_in_url} />
                    </dd>
                  </div>
                ) : null}
              </dl>
              <ProviderForm provider={now.provider} />
              {now.provider ? <ProviderTests /> : null}
            </>
          )}
        </Answer>
      </section>
      <Journal organisationId={session.organisation.id} />
    </>
  )
}

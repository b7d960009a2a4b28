import '../ui/pages.css'
import './people.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { useTitle } from '../ui/use-title'
import { MailPanel } from './MailPanel'
import { OrganisationForm } from './OrganisationForm'
import { organisationsQuery } from './queries'

/** The organisations of the platform, for whoever administers it. */
export function OrganisationsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const session = useSession()
  const organisations = useQuery(organisationsQuery)
  useTitle(t`Organisations`)
  if (!session?.functions.includes('platform_admin')) {
    return (
      <section className="empty">
        <h1>
          <Trans>Organisations</Trans>
        </h1>
        <p>
          <Trans>Les organisations sont ajoutées par l’administrateur de la plateforme.</Trans>
        </p>
      </section>
    )
  }
  return (
    <>
      <h1>
        <Trans>Organisations</Trans>
      </h1>
      <OrganisationForm />
      <Answer query={organisations} height={200}>
        {({ items }) => (
          <ul className="plain organisations">
            {items
              .toSorted((a, b) => a.name.localeCompare(b.name))
              .map((one) => (
                <li key={one.id}>
                  <Link to="/admin/organisations/$organisationId" params={{ organisationId: one.id }}>
                    {one.name}
                  </Link>{' '}
                  <span className="soft small">
                    {one.id === session.organisation.id ? (
                      <Trans>exploitant de la plateforme</Trans>
                    ) : (
                      <Trans>ajoutée le {format.day(one.created_at, 'full')}</Trans>
                    )}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </Answer>
      <MailPanel />
    </>
  )
}

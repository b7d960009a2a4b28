import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useSession } from '../api/session'
import { NotFoundPage } from '../shell/NotFoundPage'
import { useTitle } from '../ui/use-title'
import { People } from './People'
import { organisationsQuery } from './queries'

/** One organisation of the platform, and its people. */
export function OrganisationPage() {
  const { t } = useLingui()
  const { organisationId } = useParams({ from: '/signed-in/admin/organisations/$organisationId' })
  const organisation = useSuspenseQuery(organisationsQuery).data.items.find((one) => one.id === organisationId)
  const session = useSession()
  useTitle(organisation?.name ?? t`Organisations`)
  if (!organisation || !session?.functions.includes('platform_admin')) return <NotFoundPage />
  return (
    <>
      <p className="small">
        <Link to="/admin/organisations">
          <Trans>Organisations</Trans>
        </Link>
      </p>
      <h1>{organisation.name}</h1>
      <People organisationId={organisation.id} operator={organisation.id === session.organisation.id} />
    </>
  )
}

import './notifications.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { contractsQuery } from '../contracts/queries'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { SegmentLink } from '../ui/SegmentLink'
import { useTitle } from '../ui/use-title'
import { byDay } from './by-day'
import { NotificationRow } from './NotificationRow'
import { countQuery, noteReading, notificationsQuery } from './queries'

/** What one was told: the newest first, day by day, each leading to what it is about. */
export function NotificationsPage() {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { contrat, vue } = useSearch({ from: '/signed-in/notifications' })
  const contracts = useQuery(contractsQuery).data?.items ?? []
  const unread = useQuery(countQuery).data?.unread
  const told = useInfiniteQuery(notificationsQuery({ contractId: contrat, unread: vue !== 'toutes' }))
  const readAll = useMutation({
    mutationFn: (until: string) => noteReading(queries, { until, ...(contrat ? { contract_id: contrat } : {}) }),
  })
  useTitle(t`Notifications`)
  const newest = told.data?.pages[0]?.items[0]
  return (
    <>
      <h1>{unread ? <Plural value={unread} one="Une notification non lue." other="# notifications non lues." /> : unread === 0 ? <Trans>Tout est lu.</Trans> : <Trans>Notifications</Trans>}</h1>
      <div className="page-tools">
        <Link to="/notifications/preferences" className="button-quiet">
          <Trans>Choisir les courriels</Trans>
        </Link>
        {newest ? (
          <button type="button" className="button-quiet" disabled={readAll.isPending} onClick={() => readAll.mutate(newest.told_at)}>
            <Trans>Tout marquer comme lu</Trans>
          </button>
        ) : null}
        <span className="field-error" role="alert">
          {readAll.error ? <Trans>Cela n’a pas abouti. Réessayez.</Trans> : null}
        </span>
      </div>
      <div className="told-filters">
        <nav className="segments" aria-label={t`Notifications montrées`}>
          <SegmentLink search={{ vue: undefined }} current={vue !== 'toutes'}>
            <Trans>Non lues</Trans>
          </SegmentLink>
          <SegmentLink search={{ vue: 'toutes' }}>
            <Trans>Toutes</Trans>
          </SegmentLink>
        </nav>
        {contracts.length > 1 ? (
          <label>
            <span className="visually-hidden">
              <Trans>Contrat</Trans>
            </span>
            <select
              value={contrat ?? ''}
              onChange={(event) => {
                const chosen = event.target.value || undefined
                void navigate({ to: '.', search: (before) => ({ ...before, contrat: chosen }), replace: true })
              }}
            >
              <option value="">{t`Tous les contrats`}</option>
              {contracts.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <Answer query={told} height={320}>
        {({ pages }) =>
          pages[0]?.items.length ? (
            <>
              {byDay(format.zone, pages.flatMap((page) => page.items)).map(([day, its]) => (
                <section key={day} className="panel">
                  <h2 className="ruled">{format.day(day, 'full')}</h2>
                  <ul className="plain">
                    {its.map((one) => (
                      <NotificationRow key={one.id} told={one} />
                    ))}
                  </ul>
                </section>
              ))}
              {told.hasNextPage ? (
                <button type="button" className="button-quiet" disabled={told.isFetchingNextPage} onClick={() => void told.fetchNextPage()}>
                  <Trans>Voir les précédentes</Trans>
                </button>
              ) : null}
            </>
          ) : (
            <p className="soft">
              {vue === 'toutes' ? (
                <Trans>Rien encore. Ce que l’autre partie vous demande, et les échéances de vos actions, viendront ici.</Trans>
              ) : (
                <Trans>Rien n’attend d’être lu. « Toutes » montre les six derniers mois.</Trans>
              )}
            </p>
          )
        }
      </Answer>
    </>
  )
}

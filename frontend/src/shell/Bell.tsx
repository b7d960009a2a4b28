import './bell.css'
import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api/client'

/** Gently: whatever changes in the open contract asks again as well. */
const EVERY_MS = 60_000
const MOST_SHOWN = 99

/** How much is unread, and the way there. */
export default function Bell() {
  const count = useQuery({ ...api.queryOptions('get', '/api/contracts/v1/notifications/count', {}), refetchInterval: EVERY_MS, retry: false }).data?.unread ?? 0
  return (
    <Link to="/notifications" className="button-quiet square bell">
      <svg className="icon" width={18} height={18} viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 10a6 6 0 0 1 12 0c0 5 2 6.500 2 6.500H4S6 15 6 10zM10 20a2.200 2.200 0 0 0 4 0" />
      </svg>
      <span className="visually-hidden">
        <Trans>Notifications</Trans>
        {count ? (
          <>
            {' '}
            (<Plural value={count} one="# non lue" other="# non lues" />)
          </>
        ) : null}
      </span>
      {count ? (
        <span className="bell-count" aria-hidden="true">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
    </Link>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import '../themes/themes.css'
import { useFormat } from '../format/use-format'
import { queueCountsQuery, type Wanted } from './queries'

const AT_ONCE = 12

interface Queue {
  name: string
  answers: number
}

/** The queues that answers came from, each as a filter with its number of answers; nothing where none was told. */
export function QueueFilters({ contractId, wanted }: { contractId: string; wanted: Wanted }) {
  const { t } = useLingui()
  const counts = useQuery({ ...queueCountsQuery(contractId, wanted), placeholderData: keepPreviousData })
  const told: Queue[] = counts.data?.items.flatMap(({ queue, answers }) => (queue === null ? [] : [{ name: queue, answers }])) ?? []
  // The chosen one stays to be let go, also in a month in which nothing came from it.
  const chosen = wanted.queue !== null && counts.data && !told.some((one) => one.name === wanted.queue) ? [{ name: wanted.queue, answers: 0 }] : []
  const shown = [...chosen, ...told]
  if (!shown.length) return null
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Files d’attente</Trans>
        </h2>
      </div>
      <nav aria-label={t`Filtrer par file d’attente`} className="no-print">
        <Queues queues={shown.slice(0, AT_ONCE)} chosen={wanted.queue} />
        {shown.length > AT_ONCE ? (
          <details className="small" open={shown.findIndex((one) => one.name === wanted.queue) >= AT_ONCE}>
            <summary>
              <Trans>Autres files</Trans>
            </summary>
            <Queues queues={shown.slice(AT_ONCE)} chosen={wanted.queue} />
          </details>
        ) : null}
      </nav>
      <p className="soft small">
        <Trans>La file connue quand la réponse a été reçue ; un ticket déplacé ensuite ne la change pas.</Trans>
      </p>
    </section>
  )
}

function Queues({ queues, chosen }: { queues: readonly Queue[]; chosen: string | null }) {
  const format = useFormat()
  return (
    <ul className="plain theme-filters">
      {queues.map(({ name, answers }) => (
        <li key={name}>
          <Link
            to="."
            search={(kept: object) => ({ ...kept, file: chosen === name ? undefined : name }) as never}
            aria-current={chosen === name ? 'true' : undefined}
            activeProps={{}}
            replace
            resetScroll={false}
          >
            <span lang="" dir="auto">
              {name}
            </span>
            <span className="theme-count">
              <span aria-hidden="true">{format.integer(answers)}</span>
              <span className="visually-hidden">
                <Plural value={answers} one="# réponse" other="# réponses" />
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

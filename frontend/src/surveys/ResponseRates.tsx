import { Plural, Trans } from '@lingui/react/macro'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useFormat } from '../format/use-format'
import { responsesQuery, surveysQuery } from './queries'

/** Beside what customers said: how many of those who were asked on our page did. Nothing where nobody was asked. */
export function ResponseRates({ contractId, period }: { contractId: string; period: string }) {
  const format = useFormat()
  const surveys = useQuery(surveysQuery(contractId)).data?.items ?? []
  const months = useQueries({ queries: surveys.map((one) => responsesQuery(contractId, one.id, period)) })
  return surveys.map((survey, place) => {
    const month = months[place]?.data?.items[0]
    if (!month?.invited || month.rate === null || !month.interval) return null
    return (
      <div key={survey.id}>
        <dt>
          <Trans>Taux de réponse – {survey.brand}</Trans>
        </dt>
        <dd>{format.amount(month.rate, 'ratio', 1)}</dd>
        <dd className="soft small">
          <Trans>
            entre {format.amount(month.interval.low, 'ratio', 1)} et {format.amount(month.interval.high, 'ratio', 1)} (95 %),{' '}
            <Plural value={month.invited} one="# client invité" other="# clients invités" />
          </Trans>
        </dd>
      </div>
    )
  })
}

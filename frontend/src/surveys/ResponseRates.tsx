import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Survey } from '../api/types'
import { useFormat } from '../format/use-format'
import { responsesQuery, surveysQuery } from './queries'

interface OfMonth {
  contractId: string
  period: string
  /** Only of surveys that ask this question. */
  question?: string
}

/** Beside what customers said: how many of those who were asked on our page did. Nothing where nobody was asked. */
export function ResponseRates({ contractId, period, question }: OfMonth) {
  const surveys = useQuery(surveysQuery(contractId))
  const shown = surveys.data?.items.filter((one) => question === undefined || one.kind === question || (question === 'fcr_declared' && one.asks_solved))
  return shown?.map((one) => <ResponseRate key={one.id} survey={one} contractId={contractId} period={period} />)
}

function ResponseRate({ survey, contractId, period }: OfMonth & { survey: Survey }) {
  const format = useFormat()
  const month = useQuery(responsesQuery(contractId, survey.id, period)).data?.items[0]
  if (!month?.invited || month.rate === null || !month.interval) return null
  return (
    <div>
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
}

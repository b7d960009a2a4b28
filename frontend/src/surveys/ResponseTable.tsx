import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Survey } from '../api/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { responsesQuery } from './queries'

/** How many of those who were invited in a month answered, and between which limits that rate lies. */
export function ResponseTable({ contractId, survey }: { contractId: string; survey: Survey }) {
  const { t } = useLingui()
  const format = useFormat()
  const responses = useQuery(responsesQuery(contractId, survey.id))
  const heads = {
    month: t`Invitations de`,
    invited: t`Invités`,
    answered: t`Réponses`,
    rate: t`Taux de réponse`,
    open: t`Encore ouvertes`,
    expired: t`Sans réponse`,
    rested: t`Laissés au repos`,
    refused: t`Trop tard`,
  }
  return (
    <Answer query={responses} height={120}>
      {({ items }) =>
        items.length ? (
          <ScrollRegion label={t`Taux de réponse de ${survey.brand}`}>
            <table className="ledger cards">
              <Heads labels={Object.values(heads)} numbers={Object.values(heads).slice(1)} />
              <tbody>
                {items.map((one) => (
                  <tr key={one.period}>
                    <th scope="row">
                      {format.monthTitle(one.period)}
                      {one.provisional ? (
                        <>
                          {' '}
                          <span className="soft small">
                            <Trans>provisoire</Trans>
                          </span>
                        </>
                      ) : null}
                    </th>
                    <Cell label={heads.invited} number>
                      {format.integer(one.invited)}
                    </Cell>
                    <Cell label={heads.answered} number>
                      {format.integer(one.answered)}
                    </Cell>
                    <Cell label={heads.rate} number>
                      {one.rate === null || !one.interval ? (
                        '–'
                      ) : (
                        <>
                          {format.amount(one.rate, 'ratio', 1)}
                          <span className="soft small survey-between">
                            <Trans>
                              entre {format.amount(one.interval.low, 'ratio', 1)} et {format.amount(one.interval.high, 'ratio', 1)} (95 %)
                            </Trans>
                          </span>
                        </>
                      )}
                    </Cell>
                    <Cell label={heads.open} number>
                      {format.integer(one.open)}
                    </Cell>
                    <Cell label={heads.expired} number>
                      {format.integer(one.expired)}
                    </Cell>
                    <Cell label={heads.rested} number>
                      {format.integer(one.fatigued)}
                    </Cell>
                    <Cell label={heads.refused} number>
                      {format.integer(one.refused)}
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        ) : (
          <p className="soft">
            <Trans>Personne n’a encore été invité.</Trans>
          </p>
        )
      }
    </Answer>
  )
}

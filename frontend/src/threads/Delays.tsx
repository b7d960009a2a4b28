import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dayIn } from '../format/dates'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { PartyMark } from '../ui/PartyMark'
import { ScrollRegion } from '../ui/ScrollRegion'
import { delaysQuery } from './queries'
import { useThreadWords } from './words'

/** How long each party takes to answer the other, by the same rule: this year, month by month. */
export function Delays({ contractId, zone }: { contractId: string; zone: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useThreadWords()
  const [year] = useState(() => dayIn(zone, new Date()).slice(0, 4))
  const delays = useQuery(delaysQuery(contractId, year))
  return (
    <>
      <h2 className="ruled">
        <Trans>Délais de réponse en {year}</Trans>
      </h2>
      <p className="soft small prose">
        <Trans>
          D’un message qui demande une réponse au premier message de l’autre partie, par mois de la question. Sans réponse encore, le temps
          déjà passé compte : le délai est alors « au moins » celui-là.
        </Trans>
      </p>
      <Answer query={delays} height={160}>
        {({ items }) => (
          <ScrollRegion label={t`Délais de réponse`}>
            <table className="thread-delays">
              <thead>
                <tr>
                  <th scope="col"><Trans>Répond</Trans></th>
                  <th scope="col"><Trans>Mois</Trans></th>
                  <th scope="col"><Trans>Demandées</Trans></th>
                  <th scope="col"><Trans>Répondues</Trans></th>
                  <th scope="col"><Trans>En attente</Trans></th>
                  <th scope="col"><Trans>En retard</Trans></th>
                  <th scope="col"><Trans>Médiane</Trans></th>
                  <th scope="col"><Trans>90e centile</Trans></th>
                </tr>
              </thead>
              <tbody>
                {items
                  .filter((one) => one.month === null || one.asked > 0)
                  .map((one) => (
                    <tr key={`${one.side} ${one.month}`} className={one.month === null ? 'whole' : undefined}>
                      <th scope="row"><PartyMark side={one.side} size={12} /></th>
                      <td>{one.month === null ? year : format.month(one.month)}</td>
                      <td>{format.integer(one.asked)}</td>
                      <td>{format.integer(one.answered)}</td>
                      <td>{format.integer(one.waiting)}</td>
                      <td>{format.integer(one.late)}</td>
                      <td>{words.delay(one.median)}</td>
                      <td>{words.delay(one.p90)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </ScrollRegion>
        )}
      </Answer>
    </>
  )
}

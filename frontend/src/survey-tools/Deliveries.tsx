import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Mark } from '../ui/Verdict'
import { surveyDeliveriesQuery } from './queries'
import { TONES, useToolWords } from './words'

/** The latest deliveries and their fate; never what they held. */
export function Deliveries({ contractId, toolId }: { contractId: string; toolId: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useToolWords()
  const query = useQuery(surveyDeliveriesQuery(contractId, toolId))
  const heads = { received: t`Reçue`, fate: t`Sort`, answers: t`Réponses` }
  return (
    <Answer query={query} height={220}>
      {({ items }) =>
        items.length ? (
          <ScrollRegion label={t`Dernières livraisons`} height={420}>
            <table className="ledger cards">
              <Heads labels={Object.values(heads)} numbers={[heads.answers]} />
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <th scope="row">
                      {format.instant(one.received_at)}
                      {one.trial ? (
                        <span className="soft small under">
                          <Trans>essai de Copil</Trans>
                        </span>
                      ) : one.event_type ? (
                        <span className="soft small under" lang="en">
                          {one.event_type}
                        </span>
                      ) : null}
                    </th>
                    <Cell label={heads.fate}>
                      <span className={`pill tone-${TONES[one.state]}`}>
                        <Mark tone={TONES[one.state]} />
                        {words.fate(one)}
                      </span>
                      {one.reason ? (
                        <span className="soft small under" lang="en">
                          {one.reason}
                        </span>
                      ) : null}
                      {one.conflict ? (
                        <span className="small under late">
                          <Trans>Même clé, autre contenu : gardée, sans effet.</Trans>
                        </span>
                      ) : null}
                      {one.contradicted ? (
                        <span className="small under late">
                          <Plural value={one.contradicted} one="Une réponse corrigée après coup : la première reste." other="# réponses corrigées après coup : les premières restent." />
                        </span>
                      ) : null}
                    </Cell>
                    <Cell label={heads.answers} number>
                      {format.integer(one.stored)}
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        ) : (
          <p className="soft">
            <Trans>Rien n’est encore arrivé. Cette page suit ce qui arrive.</Trans>
          </p>
        )
      }
    </Answer>
  )
}

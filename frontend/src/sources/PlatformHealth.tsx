import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Source } from '../api/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { ScrollRegion } from '../ui/ScrollRegion'
import { sourcesQuery, VERDICTS } from './queries'
import { useSourceWords } from './words'

const deliveries = (source: Source, fate: string) =>
  source.verdicts.filter((one) => one.verdict === fate).reduce((sum, one) => sum + one.deliveries, 0)

/** What an administrator of the platform may see: whether sources live, by the fates of the last 30 days; never what they carry. */
export function PlatformHealth({ contractId }: { contractId: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useSourceWords()
  const sources = useQuery(sourcesQuery(contractId))
  const heads = [t`Source`, t`Dernière livraison`, ...VERDICTS.map(words.fate)]
  return (
    <Answer query={sources} height={220}>
      {({ items }) =>
        items.length ? (
          <>
            <p className="soft small">
              <Trans>Livraisons des trente derniers jours.</Trans>
            </p>
            <ScrollRegion label={t`État des sources`}>
              <table className="ledger cards">
                <Heads labels={heads} numbers={heads.slice(2)} />
                <tbody>
                  {items.map((source) => (
                    <tr key={source.id}>
                      <th scope="row">
                        {source.name}
                        <span className="soft small under">{words.system(source.system)}</span>
                      </th>
                      <Cell label={heads[1]!}>
                        {source.last_received_at ? format.instant(source.last_received_at) : <Trans>jamais</Trans>}
                      </Cell>
                      {VERDICTS.map((fate) => (
                        <Cell key={fate} label={words.fate(fate)} number>
                          {format.integer(deliveries(source, fate))}
                        </Cell>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          </>
        ) : (
          <p className="soft">
            <Trans>Aucune source n’est reliée à ce contrat.</Trans>
          </p>
        )
      }
    </Answer>
  )
}

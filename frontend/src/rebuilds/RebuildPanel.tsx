import './rebuilds.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { PartyMark } from '../ui/PartyMark'
import { ScrollRegion } from '../ui/ScrollRegion'
import { RebuildState } from './RebuildState'
import { askRebuild, rebuildsQuery } from './queries'

interface RebuildPanelProps {
  contractId: string
  /** Only managers may ask for one. */
  manages: boolean
}

/** Everything made anew from what was received, while everybody goes on: who asked, how far it is, what it found. */
export function RebuildPanel({ contractId, manages }: RebuildPanelProps) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const rebuilds = useQuery(rebuildsQuery(contractId))
  const asking = useMutation({
    mutationFn: askRebuild(contractId),
    onSuccess: () => queries.invalidateQueries({ queryKey: rebuildsQuery(contractId).queryKey }),
  })
  const running = rebuilds.data?.items.some((one) => one.state === 'waiting' || one.state === 'running')
  const heads = { asked: t`Demandé`, by: t`Par`, what: t`Quoi`, result: t`Résultat` }
  const disabled = asking.isPending || running
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Recalcul complet</Trans>
        </h2>
        {manages ? (
          <span className="end no-print rebuild-asks">
            <button type="button" className="button-quiet" disabled={disabled} onClick={() => asking.mutate('verify')}>
              <Trans>Vérifier sans rien changer</Trans>
            </button>
            <button type="button" className="button-quiet" disabled={disabled} onClick={() => asking.mutate('rebuild')}>
              <Trans>Tout recalculer</Trans>
            </button>
          </span>
        ) : null}
      </div>
      <p className="soft small panel-words">
        <Trans>
          Les livraisons gardées sont relues, chaque ticket est recompté à part, puis comparé à ce qui est affiché. Les chiffres ne bougent pas pendant ce temps ; ce qui
          diffère est remplacé d’un seul coup, à la fin.
        </Trans>
      </p>
      <div role="status">
        {asking.isError ? (
          <p className="notice alert">
            <Trans>Le recalcul n’a pas pu être demandé. Réessayez dans un instant.</Trans>
          </p>
        ) : null}
      </div>
      <Answer query={rebuilds} height={60}>
        {({ items }) =>
          items.length ? (
            <ScrollRegion label={t`Recalcul complet`}>
              <table className="ledger cards">
                <Heads labels={Object.values(heads)} />
                <tbody>
                  {items.map((one) => (
                    <tr key={one.id}>
                      <th scope="row">{format.instant(one.requested_at)}</th>
                      <Cell label={heads.by}>{one.requested_by_side ? <PartyMark side={one.requested_by_side as Side} size={12} /> : <Trans>L’exploitant</Trans>}</Cell>
                      <Cell label={heads.what}>{one.mode === 'verify' ? <Trans>Vérification</Trans> : <Trans>Recalcul</Trans>}</Cell>
                      <Cell label={heads.result}>
                        <RebuildState rebuild={one} />
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          ) : (
            <p className="soft">
              <Trans>Aucun recalcul n’a encore été demandé.</Trans>
            </p>
          )
        }
      </Answer>
    </section>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../format/use-format'
import { useNames } from './names'
import { adjustmentsQuery } from './queries'
import { Cell, Heads } from '../ui/Cell'

/** Figures of the month that changed after they had been published; nothing where none did. */
export function Adjustments({ contractId, period }: { contractId: string; period: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const names = useNames()
  const lines = useQuery(adjustmentsQuery(contractId, period)).data?.items ?? []
  if (lines.length === 0) return null
  const heads = { figure: t`Indicateur`, before: t`Avant`, after: t`Après`, published: t`Publiée le` }
  return (
    <section className="panel" id="ajustements">
      <h2 className="ruled">
        <Trans>Ajustements</Trans>
      </h2>
      <p className="soft">
        <Plural
          value={lines.length}
          one="Un chiffre de ce mois a changé après sa publication. Les deux parties voient la même ligne."
          other="# valeurs de ce mois ont changé après leur publication. Les deux parties voient les mêmes lignes."
        />
      </p>
      <table className="ledger cards">
        <Heads labels={Object.values(heads)} numbers={[heads.before, heads.after]} />
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.figure_id} ${line.after.version}`}>
              <th scope="row">
                <Link
                  to="/contrats/$contractId/indicateurs/$code"
                  params={{ contractId, code: line.indicator }}
                  search={{ periode: period, variante: line.variant ?? undefined }}
                  hash="versions"
                >
                  {names.figure(line)}
                </Link>
              </th>
              <Cell label={heads.before} number>
                {format.amount(line.before.value, line.unit, line.unit === 'ratio' ? 2 : undefined)}
              </Cell>
              <Cell label={heads.after} number>
                {format.amount(line.after.value, line.unit, line.unit === 'ratio' ? 2 : undefined)}
              </Cell>
              <Cell label={heads.published}>{format.instant(line.after.published_at, true)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AdjustmentLine } from '../api/types'
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
  // Told so far that they differ: a day and some hours may hide the minutes that moved.
  const value = ({ unit, ...line }: AdjustmentLine, one: 'before' | 'after', other: 'before' | 'after') =>
    unit === 'ratio' ? format.amount(line[one].value, unit, 2) : format.amountBeside(line[one].value, unit, line[other].value)
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
                {value(line, 'before', 'after')}
              </Cell>
              <Cell label={heads.after} number>
                {value(line, 'after', 'before')}
                <Base line={line} />
              </Cell>
              <Cell label={heads.published}>{format.instant(line.after.published_at, true)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Of how many, where only that moved and the value did not. */
function Base({ line: { before, after } }: { line: AdjustmentLine }) {
  const format = useFormat()
  const [was, is] = [before.denominator, after.denominator]
  if (before.value !== after.value || was === null || is === null || was === is) return null
  return (
    <span className="soft small under">
      <Trans>
        sur {format.integer(is)} au lieu de {format.integer(was)}
      </Trans>
    </span>
  )
}

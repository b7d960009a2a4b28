import { Link } from '@tanstack/react-router'
import type { Figure } from '../api/types'
import { useFormat } from '../format/use-format'
import { Judgement } from '../ui/Judgement'
import { useNames } from './names'
import { useClauseLabel, useSampleWords } from './samples'
import { targetText } from './target'

export function IndicatorRow({ figure, contractId }: { figure: Figure; contractId: string }) {
  const format = useFormat()
  const names = useNames()
  const sample = useSampleWords()(figure)
  const clauseLabel = useClauseLabel()
  return (
    <tr>
      <th scope="row">
        <Link
          to="/contrats/$contractId/indicateurs/$code"
          params={{ contractId, code: figure.indicator }}
          search={{ periode: figure.period, variante: figure.variant ?? undefined }}
        >
          {names.figure(figure)}
        </Link>
      </th>
      <td className="number cell-measure">{format.amountBeside(figure.value, figure.unit, figure.target)}</td>
      <td className="number cell-target">{targetText(format, figure)}</td>
      <td className="cell-state">
        <Judgement figure={figure} />
      </td>
      <td className="number cell-sample">{sample}</td>
      <td className="cell-clause">{figure.commitment ? clauseLabel(figure.commitment.clause) : '–'}</td>
    </tr>
  )
}

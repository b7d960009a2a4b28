import '../ui/pages.css'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { nextMonth, previousMonth } from '../format/periods'
import { useFormat } from '../format/use-format'
import { Icon } from '../ui/Icon'

/** The month shown, and the way to its neighbours; the address keeps everything else. */
export function PeriodLinks({ period, latest }: { period: string; latest: string }) {
  const format = useFormat()
  const before = previousMonth(period)
  const after = nextMonth(period)
  return (
    <nav className="period-links no-print">
      <Link to="." search={(kept: Record<string, unknown>) => ({ ...kept, periode: before })} className="button-quiet" replace>
        <Icon name="previous" size={14} />
        <span className="visually-hidden">
          <Trans>Mois précédent :</Trans>{' '}
        </span>
        {format.monthTitle(before)}
      </Link>
      {period < latest ? (
        <Link to="." search={(kept: Record<string, unknown>) => ({ ...kept, periode: after })} className="button-quiet" replace>
          <span className="visually-hidden">
            <Trans>Mois suivant :</Trans>{' '}
          </span>
          {format.monthTitle(after)}
          <Icon name="next" size={14} />
        </Link>
      ) : null}
    </nav>
  )
}

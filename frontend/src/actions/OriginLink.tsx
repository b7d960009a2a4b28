import { Link } from '@tanstack/react-router'
import type { Action } from '../api/types'
import { useActionWords } from './words'

/** Where an action comes from; a figure's id begins with its indicator: `fcr_ticket/2026-10`. */
export function OriginLink({ contractId, origin }: { contractId: string; origin: Action['origin'] }) {
  const words = useActionWords()
  const text = words.origin(origin.kind)
  const [code = '', period] = (origin.id ?? '').split('/')
  if (origin.kind === 'figure' && /^[a-z][a-z0-9_]{1,40}$/.test(code)) {
    const month = period && /^\d{4}-(0[1-9]|1[0-2])$/.test(period) ? { periode: period } : {}
    return (
      <Link to="/contrats/$contractId/indicateurs/$code" params={{ contractId, code }} search={month}>
        {text}
      </Link>
    )
  }
  if (origin.kind === 'verbatim' && origin.id) {
    return (
      <Link to="/contrats/$contractId/a-traiter" params={{ contractId }} search={{ retour: origin.id }}>
        {text}
      </Link>
    )
  }
  if (origin.kind === 'thread' && origin.id) {
    return (
      <Link to="/contrats/$contractId/echanges/$threadId" params={{ contractId, threadId: origin.id }}>
        {text}
      </Link>
    )
  }
  return <>{text}</>
}

import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Action } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { Due } from './Due'
import { Owners } from './Owners'
import { isMine } from './whose'
import { useActionWords } from './words'

interface ActionRowProps {
  action: Action
  contractId: string
  side: Side | null
  me: string | null
}

export function ActionRow({ action, contractId, side, me }: ActionRowProps) {
  const format = useFormat()
  const words = useActionWords()
  return (
    <li className="action-row">
      <p className="action-title">
        <Link to="/contrats/$contractId/actions/$actionId" params={{ contractId, actionId: action.id }} lang="" dir="auto">
          {action.title}
        </Link>
        {isMine(action, me) ? (
          <span className="action-mine small">
            <Trans>à moi</Trans>
          </span>
        ) : null}
      </p>
      <p className="action-state">
        {words.state(action.state)}
        {side && action.awaits === side ? (
          <strong className="under">
            <Trans>votre réponse est attendue</Trans>
          </strong>
        ) : null}
      </p>
      <Due action={action} />
      <Owners owners={action.owners} />
      <p className="soft small action-more">
        {action.expected_effect ? words.effect(action.expected_effect) : <Trans>Sans effet chiffré</Trans>} · {words.origin(action.origin.kind)} ·{' '}
        <time dateTime={action.written_at}>{format.instant(action.written_at, true)}</time>
      </p>
    </li>
  )
}

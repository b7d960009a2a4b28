import { Trans } from '@lingui/react/macro'
import { useSession } from '../api/session'
import type { Contract, RelayItem, Themes } from '../api/types'
import type { Side } from '../charts/types'
import { useFormat } from '../format/use-format'
import { PartyMark } from '../ui/PartyMark'
import { VerbatimItem } from '../verbatims/VerbatimItem'
import { LinkedAction } from './LinkAction'
import { Steps } from './Steps'
import { useRelayWords } from './words'

interface ItemCardProps {
  contract: Contract
  item: RelayItem
  side: Side | null
  themes: Themes | null
}

/** The words, what was done about them, and the one next act. */
export function ItemCard({ contract, item, side, themes }: ItemCardProps) {
  const format = useFormat()
  const words = useRelayWords()
  const functions = useSession()?.functions ?? []
  const acts = functions.includes('manager') || (side === 'sous_traitant' && functions.includes('team_lead'))
  return (
    <article className="relay-card">
      <p className="relay-head">
        <strong>{words.state(item.state)}</strong>
        <span>
          <Trans>Équipe {item.team.name}</Trans>
        </span>
        {item.next[0]?.side === 'sous_traitant' ? (
          <span className={item.late ? 'relay-late' : 'soft'}>
            {item.late ? <Trans>en retard : réponse due le {format.instant(item.due_at)}</Trans> : <Trans>réponse due le {format.instant(item.due_at)}</Trans>}
          </span>
        ) : null}
      </p>
      <ul className="verbatims">
        <VerbatimItem contract={contract} verbatim={item.verbatim} themes={themes} acts={false} />
      </ul>
      {item.steps.length ? (
        <ol className="plain relay-steps">
          {item.steps.map((one) => (
            <li key={one.at + one.step}>
              <span className="relay-step">
                <b>{words.step(one.step)}</b>
                {one.cause ? <span>{words.cause(one.cause)}</span> : null}
                <PartyMark side={one.author.side} />
                <span className="soft">{one.author.name}</span>
                <time className="soft" dateTime={one.at}>
                  {format.instant(one.at)}
                </time>
              </span>
              {one.text ? (
                <p className="prose relay-text" lang="">
                  {one.text}
                </p>
              ) : null}
              {one.action_id ? <LinkedAction contractId={contract.id} actionId={one.action_id} /> : null}
              {one.erased ? (
                <p className="soft">
                  <Trans>Texte effacé avec les mots du client.</Trans>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      {acts && side === item.next[0]?.side ? <Steps contractId={contract.id} item={item} /> : null}
    </article>
  )
}

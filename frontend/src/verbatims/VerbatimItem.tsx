import './verbatims.css'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Contract, Themes, Verbatim } from '../api/types'
import { useFormat } from '../format/use-format'
import { Held } from '../masking/Held'
import { Masking } from '../masking/Masking'
import { ThemeChips } from '../themes/ThemeChips'
import { partsOf, useVerbatimWords } from './words'

interface VerbatimItemProps {
  contract: Contract
  verbatim: Verbatim
  /** Null while they are read. */
  themes: Themes | null
  /** Whether the reader may add a theme or take one away. */
  tags?: boolean
  /** Whether an action is offered; a relayed item offers its own. */
  acts?: boolean
}

/** One answer: the customer's words first, then what it is about. */
export function VerbatimItem({ contract, verbatim, themes, tags = false, acts = true }: VerbatimItemProps) {
  const { i18n } = useLingui()
  const format = useFormat()
  const words = useVerbatimWords()
  const { text, ticket_id: ticket, ticket_url: link, channel, queue } = verbatim
  return (
    <li className="verbatim">
      <p className="verbatim-score">
        <span className="soft small">{words.question(verbatim.kind)}</span>
        <strong>{words.answer(verbatim)}</strong>
      </p>
      <div className="verbatim-said">
        {text ? (
          // In whatever language the customer speaks; what stands for hidden data is in ours.
          <blockquote lang="">
            {partsOf(text).map((part, place) =>
              part.hidden ? (
                <span key={place} className="masked" lang={i18n.locale}>
                  {words.hidden(part.hidden)}
                </span>
              ) : (
                part.words
              ),
            )}
          </blockquote>
        ) : verbatim.held ? null : (
          <p className="soft">
            {verbatim.erased ? <Trans>Commentaire effacé à la demande de la personne</Trans> : <Trans>Sans commentaire</Trans>}
          </p>
        )}
        <p className="soft small verbatim-facts">
          <time dateTime={verbatim.answered_at}>{format.instant(verbatim.answered_at, true)}</time>
          {channel ? <span lang="">{channel}</span> : null}
          {queue ? (
            <span>
              <Trans>File {queue}</Trans>
            </span>
          ) : null}
          {ticket ? (
            link ? (
              <a href={link} target="_blank" rel="noopener noreferrer nofollow">
                <Trans>Ticket {ticket}</Trans>
                <span className="visually-hidden">
                  {' '}
                  <Trans>(dans l’outil, nouvel onglet)</Trans>
                </span>
              </a>
            ) : (
              <span>
                <Trans>Ticket {ticket}</Trans>
              </span>
            )
          ) : null}
          {acts ? (
            <Link
              to="/contrats/$contractId/actions/new"
              params={{ contractId: contract.id }}
              search={{ origin: `verbatim:${verbatim.id}`, indicator: verbatim.kind }}
              className="no-print"
            >
              <Trans>Créer une action</Trans>
            </Link>
          ) : null}
          {verbatim.counted ? null : (
            <span>
              <Trans>Déjà comptée : la même réponse est venue avec son ticket.</Trans>
            </span>
          )}
        </p>
        {verbatim.held ? <Held contract={contract} verbatim={verbatim} /> : null}
        <div className="verbatim-tools">
          {themes && text ? <ThemeChips contractId={contract.id} verbatim={verbatim} themes={themes} tags={tags} /> : null}
          <Masking contractId={contract.id} verbatim={verbatim} />
        </div>
      </div>
    </li>
  )
}

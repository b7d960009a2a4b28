import './verbatims.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Themes, Verbatim } from '../api/types'
import { useFormat } from '../format/use-format'
import { ThemeChips } from '../themes/ThemeChips'
import { partsOf, useVerbatimWords } from './words'

/** One answer: the customer's words first, then what it is about. */
interface VerbatimItemProps {
  contractId: string
  verbatim: Verbatim
  /** Null while they are read. */
  themes: Themes | null
  /** Whether the reader may add a theme or take one away. */
  tags?: boolean
}

export function VerbatimItem({ contractId, verbatim, themes, tags = false }: VerbatimItemProps) {
  const { i18n } = useLingui()
  const format = useFormat()
  const words = useVerbatimWords()
  const { text, ticket_id: ticket, ticket_url: link, channel } = verbatim
  const total = words.total(verbatim)
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
        ) : (
          <p className="soft">
            {verbatim.erased ? <Trans>Commentaire effacé à la demande de la personne</Trans> : <Trans>Sans commentaire</Trans>}
          </p>
        )}
        <p className="soft small verbatim-facts">
          <time dateTime={verbatim.answered_at}>{format.instant(verbatim.answered_at, true)}</time>
          {channel ? <span lang="">{channel}</span> : null}
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
          {verbatim.counted ? null : (
            <span>
              <Trans>Déjà comptée : la même réponse est venue avec son ticket.</Trans>
            </span>
          )}
        </p>
        {themes && text ? <ThemeChips contractId={contractId} verbatim={verbatim} themes={themes} tags={tags} /> : null}
        {total ? (
          <details className="small verbatim-hidden">
            <summary>
              <Plural value={total} one="Masquage : # élément" other="Masquage : # éléments" />
            </summary>
            <ul>
              {verbatim.hidden.map((one) => (
                <li key={one.kind}>
                  <Trans>
                    {words.hidden(one.kind)} : {format.integer(one.count)}
                  </Trans>
                </li>
              ))}
            </ul>
            <p>
              <Trans>
                Ces données permettraient de reconnaître ou de joindre une personne : elles sont masquées dès la réception, pour les deux
                parties, et l’original est chiffré à part.
              </Trans>
            </p>
          </details>
        ) : null}
      </div>
    </li>
  )
}

import './masking.css'
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useSession } from '../api/session'
import type { Verbatim } from '../api/types'
import { useFormat } from '../format/use-format'
import { useVerbatimWords } from '../verbatims/words'
import { HideForm } from './HideForm'
import { ShowForm } from './ShowForm'

/** What was hidden of one verbatim and why, and what one may do about it. */
export function Masking({ contractId, verbatim }: { contractId: string; verbatim: Verbatim }) {
  const format = useFormat()
  const words = useVerbatimWords()
  const reviews = useSession()?.functions.some((one) => one === 'manager' || one === 'team_lead') ?? false
  const [act, setAct] = useState<'hide' | 'show' | null>(null)
  const total = words.total(verbatim)
  if (verbatim.text === null || (!total && !reviews)) return null
  const close = () => setAct(null)
  return (
    <details className="small verbatim-hidden">
      <summary>
        {total ? <Plural value={total} one="Masquage : # élément" other="Masquage : # éléments" /> : <Trans>Masquer un passage</Trans>}
      </summary>
      {total ? (
        <>
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
        </>
      ) : null}
      {reviews ? (
        <div className="no-print masking-acts">
          <button type="button" className="button-quiet" aria-expanded={act === 'hide'} onClick={() => setAct(act === 'hide' ? null : 'hide')}>
            <Trans>Masquer un passage oublié</Trans>
          </button>
          {total ? (
            <button type="button" className="button-quiet" aria-expanded={act === 'show'} onClick={() => setAct(act === 'show' ? null : 'show')}>
              <Trans>Signaler un masque à tort</Trans>
            </button>
          ) : null}
          {act === 'hide' ? <HideForm contractId={contractId} verbatim={verbatim} onDone={close} /> : null}
          {act === 'show' ? <ShowForm contractId={contractId} verbatim={verbatim} onDone={close} /> : null}
        </div>
      ) : null}
    </details>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Commitment } from '../api/types'
import { Mark } from '../ui/Verdict'
import { By } from './By'
import { checksOf, FourQuestions, QUESTIONS, settled, useFourQuestions } from './FourQuestions'
import { CommentField } from './CommentField'
import { Refused } from './Refused'
import { answerQuestions, useWrite } from './write'

/** What was answered to the four questions, by whom and when; the other side may answer too. */
export function Checks({ commitment, mayAnswer }: { commitment: Commitment; mayAnswer: boolean }) {
  const { t } = useLingui()
  const [answering, setAnswering] = useState(false)
  if (commitment.ends) return null
  const last = commitment.checks.at(-1)
  const names = { specific: t`spécifique`, measurable: t`mesurable`, realistic: t`réaliste`, aligned: t`aligné` }
  return (
    <div className="checks small">
      {last ? (
        <ul className="plain">
          {commitment.checks.map((one) => (
            <li key={one.written_at}>
              {QUESTIONS.map((name) => (
                <span key={name} className="check">
                  <Mark tone={one[name] ? 'met' : 'missed'} /> {names[name]} : {one[name] ? <Trans>oui</Trans> : <Trans>non</Trans>}
                </span>
              ))}
              <By version={one} />
            </li>
          ))}
        </ul>
      ) : null}
      {settled(commitment) ? null : (
        <p>
          <Mark tone="near" /> <Trans>Quatre questions : en attente de quatre oui avant l’acceptation.</Trans>
        </p>
      )}
      {!mayAnswer ? null : answering ? (
        <AnswerForm commitment={commitment} onDone={() => setAnswering(false)} />
      ) : (
        <button type="button" className="link-button" onClick={() => setAnswering(true)}>
          <Trans>Répondre aux quatre questions</Trans>
        </button>
      )}
    </div>
  )
}

function AnswerForm({ commitment, onDone }: { commitment: Commitment; onDone: () => void }) {
  const { t } = useLingui()
  const four = useFourQuestions()
  const [comment, setComment] = useState('')
  const write = useWrite(answerQuestions(commitment.contract_id, commitment.id), onDone)
  return (
    <form
      className="set-up-form"
      aria-label={t`Répondre aux quatre questions`}
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate({ ...checksOf(four.answers), comment: comment || null })
      }}
    >
      <FourQuestions {...four} />
      <CommentField value={comment} change={setComment} />
      <Refused error={write.error} />
      <div className="acts">
        <button className="button" disabled={write.isPending}>
          <Trans>Enregistrer les réponses</Trans>
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </form>
  )
}

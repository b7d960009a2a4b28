import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Contract, IndicatorCode, Objective } from '../api/types'
import { INDICATOR_CODES, useNames } from '../indicators/names'
import { useFormat } from '../format/use-format'
import { Mark } from '../ui/Verdict'
import { definitionOf } from './catalogue'
import { Field } from './Field'
import { checksOf, FourQuestions, useFourQuestions } from './FourQuestions'
import { readPaste } from './paste'
import { Refused } from './Refused'
import { useSetUpWords } from './words'
import { useWrite, writeCommitment, type NewCommitment } from './write'

interface PasteFormProps {
  contract: Contract
  objectives: readonly Objective[]
  from: string
  onDone: () => void
}

/** Lines of a spreadsheet, each judged before anything is written; only the good ones are. */
export function PasteForm({ contract, objectives, from, onDone }: PasteFormProps) {
  const { t } = useLingui()
  const names = useNames()
  const words = useSetUpWords()
  const format = useFormat()
  const four = useFourQuestions()
  const [text, setText] = useState('')
  const [objective, setObjective] = useState(objectives[0]?.id ?? '')
  const lines = readPaste(text, Object.fromEntries(INDICATOR_CODES.map((code) => [code, names.indicator(code)])))
  const good = lines.flatMap((one) => (one.line ? [one.line] : []))
  const write = useWrite(async (bodies: readonly NewCommitment[]) => {
    // One after the other: the service judges each with those before it.
    for (const body of bodies) await writeCommitment(contract.id)(body)
  }, onDone)
  const send = () =>
    write.mutate(
      good.map((line) => {
        const { unit, direction } = definitionOf(line.indicator)
        return { ...line, indicator: line.indicator as IndicatorCode, class: 'contractual', objective_id: objective, unit, direction, valid_from: from, checks: checksOf(four.answers) }
      }),
    )
  return (
    <div className="set-up-form">
      <Field label={t`Lignes copiées du tableur`} hint={<Trans>Cinq colonnes : indicateur, variante, cible, tolérance, clause. Exemple : « Satisfaction après contact », vide, 85 %, 2, Article 4.</Trans>}>
        <textarea rows={6} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div role="status">
        {lines.length ? (
          <ul className="plain verdicts">
            {lines.map((one) => (
              <li key={one.number}>
                <Mark tone={one.fault ? 'missed' : 'met'} />{' '}
                <Trans>Ligne {one.number}</Trans> —{' '}
                {one.line ? (
                  <>
                    {names.figure({ indicator: one.line.indicator, variant: one.line.variant })}, {format.amount(one.line.target, definitionOf(one.line.indicator).unit)}
                  </>
                ) : (
                  words.fault(one.fault)
                )}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      <Field label={t`Objectif servi`}>
        <select value={objective} onChange={(event) => setObjective(event.target.value)}>
          {objectives.map((one) => (
            <option key={one.id} value={one.id}>
              {one.statement}
            </option>
          ))}
        </select>
      </Field>
      <FourQuestions {...four} />
      <Refused error={write.error} />
      <div className="acts">
        <button type="button" className="button" disabled={!good.length || !four.all || write.isPending} onClick={send}>
          <Plural value={good.length} _0="Inscrire des engagements" one="Inscrire # engagement" other="Inscrire # engagements" />
        </button>
        <button type="button" className="button-quiet" onClick={onDone}>
          <Trans>Annuler</Trans>
        </button>
      </div>
    </div>
  )
}

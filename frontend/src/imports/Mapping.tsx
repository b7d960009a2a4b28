import { Trans, useLingui } from '@lingui/react/macro'
import { Field } from '../ui/Field'
import type { Column, Foreseen, Question, Reading } from './queries'
import { ALL_COLUMNS, ALL_QUESTIONS, NEEDED, useImportWords } from './words'

interface MappingProps {
  foreseen: Foreseen
  reading: Reading
  disabled: boolean
  onChange: (reading: Reading) => void
}

/** Which column of the file is which, as its header says it; where it does not, somebody chooses. */
export function Mapping({ foreseen, reading, disabled, onChange }: MappingProps) {
  const { t } = useLingui()
  const words = useImportWords()
  const placeOf = (column: Column) => reading.columns[column] ?? foreseen.header.find((one) => one.column === column)?.position ?? 0
  const choose = (column: Column, place: number) => {
    // One column of the file is one thing: whoever had it lets go of it.
    const freed = Object.entries(reading.columns).map(([name, had]) => [name, place && had === place ? 0 : had])
    onChange({ ...reading, columns: { ...Object.fromEntries(freed), [column]: place } })
  }
  return (
    <fieldset className="mapping" disabled={disabled}>
      <legend>
        <Trans>Colonnes du fichier</Trans>
      </legend>
      {ALL_COLUMNS.map((column) => (
        <Field key={column} label={NEEDED.includes(column) ? t`${words.column(column)} (nécessaire)` : words.column(column)}>
          <select value={placeOf(column)} aria-invalid={foreseen.missing.includes(column) || undefined} onChange={(event) => choose(column, Number(event.target.value))}>
            <option value={0}>{t`aucune`}</option>
            {foreseen.header.map(({ position, name }) => (
              <option key={position} value={position}>
                {t`${position} – ${name || t`sans titre`}`}
              </option>
            ))}
          </select>
        </Field>
      ))}
      {placeOf('kind') === 0 ? (
        <Field label={t`Question de toutes les lignes`}>
          <select value={reading.question ?? ''} onChange={(event) => onChange({ ...reading, question: (event.target.value || null) as Question | null })}>
            <option value="">{t`à choisir`}</option>
            {ALL_QUESTIONS.map((one) => (
              <option key={one} value={one}>
                {words.question(one)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
    </fieldset>
  )
}

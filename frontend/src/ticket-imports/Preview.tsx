import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { Contract } from '../api/types'
import { useFormat } from '../format/use-format'
import { Field } from '../ui/Field'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Faults } from './Faults'
import type { ExportField, Preview as Foreseen, Reading } from './queries'
import { ALL_FIELDS, NEEDED, useExportWords } from './words'

interface PreviewProps {
  foreseen: Foreseen
  reading: Reading
  contract: Contract
  disabled: boolean
  onChange: (reading: Reading) => void
}

/** How a file would be read: which column is which, its first rows, and the rows that cannot be used. */
export function Preview({ foreseen, reading, contract, disabled, onChange }: PreviewProps) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useExportWords()
  const placeOf = (field: ExportField) => reading.columns[field] ?? foreseen.columns.find((one) => one.field === field)?.position ?? 0
  const choose = (field: ExportField, place: number) => {
    // One column of the file is one thing: whoever had it lets go of it.
    const freed = Object.entries(reading.columns).map(([name, had]) => [name, place && had === place ? 0 : had])
    onChange({ ...reading, columns: { ...Object.fromEntries(freed), [field]: place } })
  }
  const read = foreseen.columns.filter((one) => one.field !== null)
  const unread = foreseen.missing.map(words.field).join(', ')
  const [first, last] = [foreseen.first_created_at, foreseen.last_created_at]
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          <Trans>Comment il est lu</Trans>
        </h2>
      </div>
      {unread ? (
        <p className="notice warning">
          <Trans>Il manque : {unread}. Choisir la colonne ci-dessous.</Trans>
        </p>
      ) : (
        <p>
          <Plural value={foreseen.rows} _0="Aucun ticket lisible." one="Un ticket lisible" other="# tickets lisibles" />
          {first && last ? (
            <>
              {', '}
              <Trans>
                créés du {format.instant(first, true)} au {format.instant(last, true)}
              </Trans>
            </>
          ) : null}
          {'. '}
          {foreseen.unloadable ? (
            <Plural
              value={foreseen.unloadable}
              one="Un seul en dit trop peu pour être repris : il sera comparé."
              other="# en disent trop peu pour être repris : ils seront comparés."
            />
          ) : null}
        </p>
      )}
      <fieldset className="mapping" disabled={disabled}>
        <legend>
          <Trans>Colonnes du fichier</Trans>
        </legend>
        {ALL_FIELDS.map((field) => (
          <Field key={field} label={NEEDED.includes(field) ? t`${words.field(field)} (nécessaire)` : words.field(field)}>
            <select value={placeOf(field)} aria-invalid={foreseen.missing.includes(field) || undefined} onChange={(event) => choose(field, Number(event.target.value))}>
              <option value={0}>{t`aucune`}</option>
              {foreseen.columns.map(({ position, name }) => (
                <option key={position} value={position}>
                  {t`${position} – ${name}`}
                </option>
              ))}
            </select>
          </Field>
        ))}
        <Field label={t`Heures sans fuseau`}>
          <select value={reading.zone} onChange={(event) => onChange({ ...reading, zone: event.target.value })}>
            {[...new Set([contract.zone, 'UTC'])].map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t`Dates comme 03/04/2026`}>
          <select value={reading.order} onChange={(event) => onChange({ ...reading, order: event.target.value as Reading['order'] })}>
            <option value="dmy">{t`jour, mois, année`}</option>
            <option value="mdy">{t`mois, jour, année`}</option>
          </select>
        </Field>
      </fieldset>
      {foreseen.shown.length && read.length ? (
        <ScrollRegion label={t`Premières lignes du fichier`}>
          <table className="ledger first-lines">
            <caption className="soft small">
              <Trans>Premières lignes, telles qu’elles sont écrites ; les colonnes non lues ne sont ni montrées ni gardées</Trans>
            </caption>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Ligne</Trans>
                </th>
                {read.map(({ position, name, field }) => (
                  <th key={position} scope="col">
                    <span lang="">{name}</span>
                    <span className="under">{words.field(field!)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {foreseen.shown.map(({ line, cells }) => (
                <tr key={line}>
                  <th scope="row">{format.integer(line)}</th>
                  {read.map(({ position }) => (
                    <td key={position} lang="">
                      {cells[position - 1]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ) : null}
      <Faults faults={foreseen.faults} all={foreseen.faulty} of={t`fichier choisi`} />
    </section>
  )
}

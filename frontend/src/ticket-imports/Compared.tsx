import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Contract } from '../api/types'
import { ExportMenu } from '../exports/ExportMenu'
import { count, instant, text, type ExportTable } from '../exports/table'
import { useFormat } from '../format/use-format'
import { Answer } from '../ui/Answer'
import { Cell, Heads } from '../ui/Cell'
import { Field } from '../ui/Field'
import { ScrollRegion } from '../ui/ScrollRegion'
import { Mark } from '../ui/Verdict'
import { rowsPage, rowsQuery, type ImportRow, type RowFate, type TicketImport } from './queries'
import { ALL_FATES, useExportWords } from './words'

const TONES: Record<RowFate, 'met' | 'near' | 'missed' | 'none'> = { equal: 'met', different: 'near', missing_here: 'missed', orphan_here: 'near', missing_there: 'none' }
const MOST_EXPORTED = 10_000

/** Two instants of one minute differ by their seconds. */
const seconds = (instant: string) => `(${instant.slice(17, 19)} s)`

/** Tickets of an import by how they compare, each difference with both values. */
export function Compared({ found, contract, of }: { found: TicketImport; contract: Contract; of: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const words = useExportWords()
  const [fate, setFate] = useState<RowFate | null>(null)
  const rows = useInfiniteQuery(rowsQuery(found, fate))
  const heads = { ticket: t`Ticket`, created: t`Créé`, fate: t`Constat`, detail: t`Détail : export, puis Copil` }
  const value = (field: string, told: string | number | null) =>
    told === null ? t`rien` : typeof told === 'number' ? format.integer(told) : field.endsWith('_at') ? `${format.instant(told, true)} ${seconds(told)}` : words.value(told)
  const said = (name: string, there: string, here: string) => t`${name} : ${there} → ${here}`
  const detail = (row: ImportRow) => [
    ...row.differences.map((one) => said(words.compared(one.field), value(one.field, one.there), value(one.field, one.here))),
    ...(row.unloadable && row.fate === 'missing_here' ? [words.unloadable(row.unloadable)] : []),
    ...(row.loaded ? [t`repris de cet export`] : []),
  ]
  const table = async (): Promise<ExportTable> => {
    const all: ImportRow[] = []
    let cursor: string | null = null
    do {
      const page = await rowsPage(found, fate, cursor, 1000)
      all.push(...page.items)
      cursor = page.next_cursor
    } while (cursor && all.length < MOST_EXPORTED)
    return {
      title: t`Comparaison`,
      fileName: `${contract.title} ${found.file_name}`,
      zone: format.zone,
      headers: [heads.ticket, t`Ligne`, heads.created, heads.fate, heads.detail],
      rows: all.map((row) => [text(row.ticket_id), count(row.line), instant(row.created_at), text(words.fate(row.fate)), text(detail(row).join(' ; '))]),
      definitions: [{ name: t`Ligne`, definition: t`Numéro dans le fichier ; vide pour un ticket que l’export n’a pas.`, unit: t`nombre` }],
      facts: [
        [t`Contrat`, contract.title],
        [t`Fichier`, found.file_name],
        [t`Constat`, fate ? words.fate(fate) : t`tous`],
      ],
    }
  }
  return (
    <details className="import-compared">
      <summary>
        <Trans>Voir les tickets</Trans>
      </summary>
      <div className="acts import-acts import-filter">
        <Field label={t`Constat`}>
          <select value={fate ?? ''} onChange={(event) => setFate((event.target.value || null) as RowFate | null)}>
            <option value="">{t`Tous les constats`}</option>
            {ALL_FATES.map((one) => (
              <option key={one} value={one}>
                {words.fate(one)}
              </option>
            ))}
          </select>
        </Field>
        <ExportMenu table={table} />
      </div>
      <Answer query={rows} height={200}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length ? (
            <ScrollRegion label={t`Tickets comparés : ${of}`} height={520}>
              <table className="ledger cards">
                <Heads labels={Object.values(heads)} />
                <tbody>
                  {items.map((row) => (
                    <tr key={row.ticket_id}>
                      <th scope="row">{row.ticket_id}</th>
                      <Cell label={heads.created}>{format.instant(row.created_at, true)}</Cell>
                      <Cell label={heads.fate}>
                        <span className={`pill tone-${TONES[row.fate]}`}>
                          <Mark tone={TONES[row.fate]} />
                          {words.fate(row.fate)}
                        </span>
                      </Cell>
                      <Cell label={heads.detail}>
                        {detail(row).map((line) => (
                          <span key={line} className="import-detail">
                            {line}
                          </span>
                        ))}
                      </Cell>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          ) : (
            <p className="soft">
              <Trans>Aucun ticket n’a ce constat.</Trans>
            </p>
          )
        }}
      </Answer>
      {rows.hasNextPage ? (
        <button type="button" className="button-quiet more" disabled={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          <Trans>Voir la suite</Trans>
        </button>
      ) : null}
    </details>
  )
}

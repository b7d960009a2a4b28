import { provenance, wallClock, type Cell, type ExportTable, type ExportWords } from './table'

const BOM = '\uFEFF'
const EOL = '\r\n'
const FORMULA = /^[=+\-@\t\r]/

/** A text that a spreadsheet would run as a formula is led by an apostrophe; a number never passes here. */
export const neutralised = (value: string): string => (FORMULA.test(value) ? `'${value}` : value)

function quoted(value: string, separator: string): string {
  return value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

function plain({ kind, value }: Cell, zone: string, decimal: string): string {
  if (value === null) return ''
  if (kind === 'text') return neutralised(String(value))
  if (kind === 'day') return String(value)
  if (kind === 'instant') return wallClock(String(value), zone).toISOString().slice(0, 19).replace('T', ' ')
  return String(value).replace('.', decimal)
}

/**
 * The table as CSV: French `;` and decimal comma, English `,` and decimal point; UTF-8 with BOM, CRLF.
 * The rows come first so that a spreadsheet reads the table at once; after a blank line, `# ` lines say what it is.
 */
export function toCsv(table: ExportTable, words: ExportWords, now: Date, link: string): string {
  const french = words.locale === 'fr'
  const separator = french ? ';' : ','
  const line = (values: readonly string[]) => values.map((value) => quoted(value, separator)).join(separator)
  const notes = [
    table.title,
    ...provenance(table, words, now, link).map(([label, value]) => `${label}${french ? '\u00A0:' : ':'} ${value}`),
    ...table.definitions.map(({ name, definition, unit }) => {
      return `${name}${french ? '\u00A0:' : ':'} ${definition}${unit ? ` (${unit})` : ''}`
    }),
  ]
  return (
    BOM +
    [
      line(table.headers.map(neutralised)),
      ...table.rows.map((row) => line(row.map((cell) => plain(cell, table.zone, french ? ',' : '.')))),
      '',
      ...notes.map((note) => line([`# ${note}`])),
    ].join(EOL) +
    EOL
  )
}

const flat = (value: string) => value.replace(/[\t\r\n]+/g, ' ')

/** The table as tab-separated text for the clipboard, header first, numbers as the reader's spreadsheet writes them. */
export function toTsv(table: Pick<ExportTable, 'headers' | 'rows' | 'zone'>, locale: 'fr' | 'en'): string {
  const decimal = locale === 'fr' ? ',' : '.'
  return [
    table.headers.map((header) => flat(neutralised(header))),
    ...table.rows.map((row) => row.map((cell) => flat(plain(cell, table.zone, decimal)))),
  ]
    .map((line) => line.join('\t'))
    .join('\n')
}

import { provenance, wallClock, type Cell, type ExportTable, type ExportWords } from './table'

/** A cell as the writer takes it: a true number or date with its format, or a text (never a formula). */
export interface SheetCell {
  value: string | number | Date
  type: StringConstructor | NumberConstructor | DateConstructor
  format?: string
  fontWeight?: 'bold'
  wrap?: boolean
}

export interface Sheet {
  sheet: string
  data: (SheetCell | null)[][]
  columns: { width: number }[]
  stickyRowsCount: number
}

const NUMBER_FORMATS = {
  count: '#,##0',
  ratio: '0.00%',
  points: '0.00',
  seconds: '#,##0" s"',
  days: '#,##0.0',
  EUR: '#,##0.00" €"',
} as const

const DATE_FORMATS = {
  fr: { day: 'dd/mm/yyyy', instant: 'dd/mm/yyyy hh:mm:ss' },
  en: { day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm:ss' },
} as const

const bold = (value: string): SheetCell => ({ value, type: String, fontWeight: 'bold' })
const plain = (value: string): SheetCell => ({ value, type: String, wrap: true })

function written({ kind, value }: Cell, zone: string, locale: 'fr' | 'en'): SheetCell | null {
  if (value === null || value === '') return null
  if (kind === 'text') return { value: String(value), type: String }
  if (kind === 'day') {
    return { value: new Date(`${String(value)}T00:00:00Z`), type: Date, format: DATE_FORMATS[locale].day }
  }
  if (kind === 'instant') {
    return { value: wallClock(String(value), zone), type: Date, format: DATE_FORMATS[locale].instant }
  }
  return { value: Number(value), type: Number, format: NUMBER_FORMATS[kind] }
}

/** A name Excel accepts: at most 31 characters, none of the seven it forbids. */
export const sheetName = (title: string): string => title.replace(/[[\]/\\:*?]+/g, ' ').trim().slice(0, 31).trim() || '1'

/** Wide enough for the longest cell of the column, within reason. */
function widths(rows: readonly (readonly (SheetCell | null)[])[], columns: number): { width: number }[] {
  const length = (cell: SheetCell | null | undefined) => {
    if (!cell) return 0
    if (cell.value instanceof Date) return cell.format?.length ?? 10
    return typeof cell.value === 'number' ? 10 : cell.value.length
  }
  return Array.from({ length: columns }, (_, index) => ({
    width: Math.min(60, Math.max(10, ...rows.slice(0, 200).map((row) => length(row[index]) + 2))),
  }))
}

/** The two sheets of the file: the table with its first row frozen, and what its columns and indicators mean. */
export function toSheets(table: ExportTable, words: ExportWords, now: Date, link: string): [Sheet, Sheet] {
  const rows = [
    table.headers.map(bold),
    ...table.rows.map((row) => row.map((cell) => written(cell, table.zone, words.locale))),
  ]
  const explained = [
    [bold(words.name), bold(words.definition), bold(words.unit)],
    ...table.definitions.map(({ name, definition, unit }) => [plain(name), plain(definition), plain(unit)]),
    [],
    ...provenance(table, words, now, link).map(([label, value]) => [bold(label), plain(value)]),
  ]
  return [
    { sheet: sheetName(table.title), data: rows, columns: widths(rows, table.headers.length), stickyRowsCount: 1 },
    {
      sheet: sheetName(words.definitions),
      data: explained,
      columns: [{ width: 34 }, { width: 80 }, { width: 26 }],
      stickyRowsCount: 1,
    },
  ]
}

/** The file; the writer is fetched at the first export only. */
export async function toXlsx(table: ExportTable, words: ExportWords, now: Date, link: string): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  return writeExcelFile(toSheets(table, words, now, link)).toBlob()
}

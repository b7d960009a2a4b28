/** A file of customers to invite, and the file of links that comes back: neither leaves the browser but as keys. */
import { neutralised } from '../exports/csv'
import type { NewInvitation } from './queries'

type Column = 'customer_key' | 'key' | 'ticket_id' | 'channel' | 'queue' | 'language'

const NAMES: Record<Column, readonly string[]> = {
  customer_key: ['client', 'customer', 'customer_key', 'e-mail', 'email'],
  key: ['cle', 'key'],
  ticket_id: ['ticket', 'ticket_id'],
  channel: ['canal', 'channel'],
  queue: ['file', 'file d’attente', "file d'attente", 'queue'],
  language: ['langue', 'language'],
}
/** As many as the API takes at once. */
export const TOGETHER = 500
const SEPARATORS = [';', ',', '\t'] as const

export interface Customers {
  invitations: NewInvitation[]
  /** Lines that name no customer, by number; the header is line 1. */
  skipped: number[]
}

const plain = (name: string) => name.trim().toLowerCase().normalize('NFD').replace(/\p{Diacritic}/gu, '')

/** The customers of a file; null when no column names them. `day` makes a key of a line that has none. */
export function readCustomers(text: string, day: string): Customers | null {
  const content = text.replace(/^\uFEFF/, '')
  const header = content.slice(0, content.search(/\r|\n|$/))
  const separator = SEPARATORS.reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best))
  const [heads = [], ...rows] = cells(content, separator)
  const places = Object.fromEntries(
    (Object.keys(NAMES) as Column[]).map((column) => [column, heads.findIndex((name) => NAMES[column].includes(plain(name)))]),
  ) as Record<Column, number>
  if (places.customer_key < 0) return null
  const invitations: NewInvitation[] = []
  const skipped: number[] = []
  rows.forEach((row, place) => {
    const said = (column: Column) => (places[column] < 0 ? '' : (row[places[column]] ?? '').trim())
    const customer = said('customer_key')
    if (!customer) {
      if (row.some((cell) => cell.trim())) skipped.push(place + 2)
      return
    }
    const [ticket, channel, queue, language] = [said('ticket_id'), said('channel'), said('queue'), said('language').toLowerCase()]
    invitations.push({
      key: said('key') || `${ticket || customer} ${day}`,
      customer_key: customer,
      ...(ticket ? { ticket_id: ticket } : {}),
      ...(channel ? { channel } : {}),
      ...(queue ? { queue } : {}),
      ...(language === 'fr' || language === 'en' ? { language } : {}),
    })
  })
  return { invitations, skipped }
}

/** Records of a text; quoted cells may hold separators, quotes and line ends. */
function cells(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let place = 0; place <= text.length; place++) {
    const sign = text[place]
    if (quoted && sign !== undefined) {
      if (sign !== '"') cell += sign
      else if (text[place + 1] === '"') cell += text[place++]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === separator) {
      row.push(cell)
      cell = ''
    } else if (sign === '\n' || sign === undefined) {
      if (cell || row.length || sign) rows.push([...row, cell])
      row = []
      cell = ''
    } else if (sign !== '\r') cell += sign
  }
  return rows
}

export interface Linked {
  customer_key: string
  ticket_id?: string | undefined
  said: string
  url: string | null
  until: string
}

const quoted = (value: string) => (/[;"\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** The links as a file: `;` and a byte order mark, as spreadsheets in French read it. */
export function linksFile(heads: readonly string[], rows: readonly Linked[]): string {
  const lines = rows.map((one) => [one.customer_key, one.ticket_id ?? '', one.said, one.url ?? '', one.until].map(neutralised))
  return `\uFEFF${[heads, ...lines].map((line) => line.map(quoted).join(';')).join('\r\n')}\r\n`
}

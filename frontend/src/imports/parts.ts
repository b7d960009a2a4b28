/** A file cut into parts that the API takes, never inside a record: each begins with the header. A workbook stays whole. */

const [LF, CR, QUOTE] = [10, 13, 34]
const SEPARATORS = [59, 44, 9]
/** A part takes a second or two, so that the progress moves; the API would take 1 MB and 5,000 answers. */
const MOST_BYTES = 400_000
const MOST_RECORDS = 500

export interface Part {
  bytes: Uint8Array<ArrayBuffer>
  /** To be added to a line number of this part for that of the file. */
  offset: number
}

export interface FileParts {
  parts: Part[]
  format: 'csv' | 'xlsx'
  /** Written so; it is sent in UTF-8, so that it can be cut. */
  utf16: boolean
  /** A record as it is written, by the number of its first line. */
  written: (line: number) => string
}

interface PlacedRecord {
  start: number
  end: number
  line: number
}

/** A zip, as every workbook is; no text begins so. */
const isZip = (content: Uint8Array) => content[0] === 0x50 && content[1] === 0x4b && (content[2] ?? 9) < 9

const utf16Of = (content: Uint8Array) =>
  content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : null

export function partsOf(content: Uint8Array<ArrayBuffer>): FileParts {
  if (isZip(content)) return { parts: [{ bytes: content, offset: 0 }], written: () => '', format: 'xlsx', utf16: false }
  const utf16 = utf16Of(content)
  return { ...cut(utf16 ? new TextEncoder().encode(new TextDecoder(utf16).decode(content)) : content), format: 'csv', utf16: utf16 !== null }
}

export function cut(content: Uint8Array<ArrayBuffer>, mostBytes = MOST_BYTES, mostRecords = MOST_RECORDS): Pick<FileParts, 'parts' | 'written'> {
  const [header, ...records] = recordsOf(content)
  const decoder = new TextDecoder(isUtf8(content) ? 'utf-8' : 'windows-1252')
  const written = (line: number) => {
    const found = records.find((one) => one.line === line)
    return found ? decoder.decode(content.subarray(found.start, found.end)).trimEnd() : ''
  }
  if (!header || !records.length) return { parts: [{ bytes: content, offset: 0 }], written }
  const head = content.subarray(header.start, header.end)
  const parts: Part[] = []
  let first = 0
  for (let place = 1; place <= records.length; place++) {
    const from = records[first]!
    const next = records[place]
    if (next && next.end - from.start + head.length <= mostBytes && place - first < mostRecords) continue
    const rows = content.subarray(from.start, records[place - 1]!.end)
    const bytes = new Uint8Array(head.length + rows.length)
    bytes.set(head)
    bytes.set(rows, head.length)
    parts.push({ bytes, offset: from.line - records[0]!.line })
    first = place
  }
  return { parts, written }
}

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return true
  } catch {
    return false
  }
}

/** Records by the rules of spreadsheets: a quote opens only at the start of a cell, and a line break inside is no end. */
function recordsOf(content: Uint8Array): PlacedRecord[] {
  const separator = separatorOf(content)
  const records: PlacedRecord[] = []
  let [start, line, lines, quoted, fresh] = [0, 1, 1, false, true]
  for (let place = content[0] === 0xef ? 3 : 0; place < content.length; place++) {
    const byte = content[place]
    const ends = byte === LF || (byte === CR && content[place + 1] !== LF)
    if (ends) lines += 1
    if (quoted) {
      if (byte === QUOTE) quoted = content[place + 1] === QUOTE
      if (byte === QUOTE && quoted) place += 1
    } else if (ends) {
      records.push({ start, end: place + 1, line })
      ;[start, line, fresh] = [place + 1, lines, true]
      continue
    } else if (byte === QUOTE && fresh) {
      quoted = true
    }
    fresh = !quoted && byte === separator
  }
  if (start < content.length) records.push({ start, end: content.length, line })
  return records
}

function separatorOf(content: Uint8Array): number {
  const end = content.indexOf(LF)
  const first = content.subarray(0, end < 0 ? content.length : end)
  const times = (separator: number) => first.filter((byte) => byte === separator).length
  return SEPARATORS.reduce((best, one) => (times(one) > times(best) ? one : best))
}

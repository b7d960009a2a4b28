/** Sending a file part by part: first to see what would become of it, then for good. */
import { client } from '../api/client'
import type { paths } from '../api/schema'
import type { FileParts, Part } from './parts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Posted<P extends keyof paths> = paths[P] extends { post: { responses: { 200: { content: { 'application/json': infer Body } } } } } ? Body : never

export type Foreseen = Posted<'/api/feedback/v1/contracts/{contract_id}/answers/imports/preview'>
export type Received = Posted<'/api/feedback/v1/contracts/{contract_id}/answers/imports'>
export type LineFate = Received['lines'][number]
export type Column = Foreseen['missing'][number]
export type Question = 'nps' | 'csat' | 'ces' | 'fcr_declared'

/** How the file is to be read beside what its header says; places begin at 1, 0 is none. */
export interface Reading {
  columns: Partial<Record<Column, number>>
  question: Question | null
  zone: string
}

export interface Chosen {
  id: number
  /** All parts of the file are one import, which can be taken back as a whole. */
  importId: string
  name: string
  size: number
  file: FileParts
}

const typeOf = ({ file }: Chosen) => (file.format === 'xlsx' ? XLSX : 'text/csv')
const asItIs = (chosen: Chosen) => ({ bodySerializer: (body: unknown) => body as Blob, headers: { 'content-type': typeOf(chosen) } })

const asked = (contractId: string, { columns, question, zone }: Reading) => {
  const said = Object.entries(columns).map(([column, place]) => `${column}:${place}`)
  return {
    path: { contract_id: contractId },
    query: { zone, ...(said.length ? { columns: said.join() } : {}), ...(question ? { question } : {}) },
  }
}

const bodyOf = (chosen: Chosen, part: Part) => new Blob([part.bytes], { type: typeOf(chosen) }) as never

const moved = <Answer extends { lines: LineFate[] }>(answer: Answer, { offset }: Part): Answer => ({
  ...answer,
  lines: answer.lines.map((one) => ({ ...one, line: one.line + offset })),
})

export function joined<Answer extends Pick<Received, 'lines' | 'summary' | 'encoding'>>(one: Answer, other: Pick<Received, 'lines' | 'summary' | 'encoding'>): Answer {
  const { stored, duplicate, conflict, refused } = one.summary
  return {
    ...one,
    encoding: one.encoding === 'windows-1252' ? one.encoding : other.encoding,
    lines: [...one.lines, ...other.lines],
    summary: {
      stored: stored + other.summary.stored,
      duplicate: duplicate + other.summary.duplicate,
      conflict: conflict + other.summary.conflict,
      refused: refused + other.summary.refused,
    },
  }
}

/** What would become of every line. Where columns are missing, the first part says so for all. */
export async function foresee(contractId: string, chosen: Chosen, reading: Reading, told: (parts: number) => void): Promise<Foreseen> {
  const params = asked(contractId, reading)
  let whole: Foreseen | null = null
  for (const [place, part] of chosen.file.parts.entries()) {
    const { data } = await client.POST('/api/feedback/v1/contracts/{contract_id}/answers/imports/preview', { params, body: bodyOf(chosen, part), ...asItIs(chosen) })
    const answer = moved(data!, part)
    whole = whole ? joined(whole, answer) : answer
    told(place + 1)
    if (whole.missing.length) break
  }
  return whole!
}

/** Keeps one part; sent again it changes nothing. */
export async function keep(contractId: string, chosen: Chosen, part: Part, reading: Reading): Promise<Received> {
  const { path, query } = asked(contractId, reading)
  const params = { path, query: { ...query, import: chosen.importId, name: chosen.name.replace(/[\p{Cc}]/gu, ' ').slice(0, 200) || 'x' } }
  const { data } = await client.POST('/api/feedback/v1/contracts/{contract_id}/answers/imports', { params, body: bodyOf(chosen, part), ...asItIs(chosen) })
  return moved(data!, part)
}

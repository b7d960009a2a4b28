/** Ticket exports of a source: foreseen, compared, loaded, undone. */
import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '../api/client'
import type { paths } from '../api/schema'

const ROOT = '/api/kpi/v1/sources/{source_id}/ticket-imports'

export type TicketImport = paths[typeof ROOT]['get']['responses'][200]['content']['application/json']['items'][number]
export type ImportRow = paths[`${typeof ROOT}/{import_id}/rows`]['get']['responses'][200]['content']['application/json']['items'][number]
export type Preview = paths[`${typeof ROOT}/previews`]['post']['responses'][200]['content']['application/json']
export type Fault = Preview['faults'][number]
export type ExportField = Preview['missing'][number]
export type RowFate = ImportRow['fate']

/** What the service takes. */
export const MOST_BYTES = 30_000_000
const SHOWN_AT_ONCE = 50
const WORKED_ON = new Set<TicketImport['state']>(['comparing', 'approved', 'running', 'undoing'])

/** How the file is to be read beside what its columns say; places begin at 1, 0 is none. */
export interface Reading {
  columns: Partial<Record<ExportField, number>>
  zone: string
  order: 'dmy' | 'mdy'
}

const asked = (sourceId: string, file: File, { columns, zone, order }: Reading) => {
  const said = Object.entries(columns).map(([field, place]) => `${field}:${place}`)
  return {
    params: {
      path: { source_id: sourceId },
      query: { name: file.name.slice(0, 200), zone, date_order: order, ...(said.length ? { columns: said.join() } : {}) },
    },
    body: file as never,
    bodySerializer: (body: unknown) => body as Blob,
    headers: { 'content-type': mediaTypeOf(file) },
  }
}

/** The service tells CSV from JSON by its first sign; the type only has to be one of those it takes. */
const mediaTypeOf = (file: File) => (/\.(json|ndjson|jsonl)$/i.test(file.name) ? 'application/json' : 'text/csv')

export async function foresee(sourceId: string, file: File, reading: Reading): Promise<Preview> {
  const { data } = await client.POST('/api/kpi/v1/sources/{source_id}/ticket-imports/previews', asked(sourceId, file, reading))
  return data!
}

export async function begin(sourceId: string, file: File, reading: Reading): Promise<TicketImport> {
  const { data } = await client.POST('/api/kpi/v1/sources/{source_id}/ticket-imports', asked(sourceId, file, reading))
  return data!
}

export const importsQuery = (sourceId: string) => ({
  queryKey: ['ticket-imports', ROOT, sourceId] as const,
  queryFn: async () => {
    const { data } = await client.GET('/api/kpi/v1/sources/{source_id}/ticket-imports', { params: { path: { source_id: sourceId }, query: { limit: 50 } } })
    return data!
  },
  // While the worker is at one, its progress is asked for.
  refetchInterval: ({ state }: { state: { data?: { items: TicketImport[] } | undefined } }) => (state.data?.items.some((one) => WORKED_ON.has(one.state)) ? 1000 : (false as const)),
})

export const isWorkedOn = (one: TicketImport) => WORKED_ON.has(one.state)

export async function rowsPage(one: TicketImport, fate: RowFate | null, cursor: string | null, limit = SHOWN_AT_ONCE) {
  const { data } = await client.GET('/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/rows', {
    params: { path: { source_id: one.source_id, import_id: one.id }, query: { limit, ...(fate ? { fate } : {}), ...(cursor ? { cursor } : {}) } },
  })
  return data!
}

export const rowsQuery = (one: TicketImport, fate: RowFate | null) =>
  infiniteQueryOptions({
    queryKey: ['ticket-import-rows', `${ROOT}/{import_id}/rows`, one.id, one.state, fate] as const,
    queryFn: ({ pageParam }) => rowsPage(one, fate, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  })

/** Acts on an import; whatever became of them, the list is read again. */
export function useImportActs(one: TicketImport) {
  const queries = useQueryClient()
  const params = { path: { source_id: one.source_id, import_id: one.id } }
  const onSettled = () => queries.invalidateQueries({ queryKey: importsQuery(one.source_id).queryKey })
  const load = useMutation({
    mutationFn: (orphans: boolean) => client.POST('/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/loads', { params, body: { complete_orphans: orphans } }),
    onSettled,
  })
  const undo = useMutation({
    mutationFn: () => client.POST('/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/undoings', { params }),
    onSettled,
  })
  const answer = useMutation({
    mutationFn: (approve: boolean) =>
      approve
        ? client.POST('/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/approvals', { params })
        : client.POST('/api/kpi/v1/sources/{source_id}/ticket-imports/{import_id}/refusals', { params }),
    onSettled,
  })
  return { load, undo, answer, busy: load.isPending || undo.isPending || answer.isPending, failed: load.isError || undo.isError || answer.isError }
}

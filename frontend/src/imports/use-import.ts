/** One import: the file that was chosen, how it is read, what would become of it, and how far it is kept. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { partsOf } from './parts'
import { foresee, joined, keep, type Chosen, type Reading, type Received } from './queries'

/** What a page can cut and show at ease: some hundred thousand answers. */
export const MOST_BYTES = 20_000_000
/** A workbook cannot be cut: it is as large as one request. */
export const MOST_WORKBOOK_BYTES = 1_000_000

let files = 0

interface Progress {
  parts: number
  received: Received | null
}

const NOTHING: Progress = { parts: 0, received: null }

export function useImport(contractId: string, zone: string) {
  const untouched: Reading = { columns: {}, question: null, zone }
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [tooLarge, setTooLarge] = useState<number | null>(null)
  const [reading, setReading] = useState(untouched)
  const [read, setRead] = useState(0)
  const [progress, setProgress] = useState(NOTHING)
  const queries = useQueryClient()
  const foreseen = useQuery({
    queryKey: ['answers-file', contractId, chosen?.id, reading],
    queryFn: () => foresee(contractId, chosen!, reading, setRead),
    enabled: chosen !== null,
    placeholderData: (before, query) => (query?.queryKey[2] === chosen?.id ? before : undefined),
    staleTime: Infinity,
    // The words of customers stay no longer than the page shows them.
    gcTime: 0,
    retry: false,
  })
  const parts = chosen?.file.parts ?? []
  const keeping = useMutation({
    mutationFn: async () => {
      let { parts: done, received } = progress
      for (const part of parts.slice(done)) {
        const answer = await keep(contractId, chosen!, part, reading)
        received = received ? joined(received, answer) : answer
        done += 1
        setProgress({ parts: done, received })
      }
    },
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/') }),
  })
  const choose = async (file: File | null) => {
    keeping.reset()
    setProgress(NOTHING)
    setRead(0)
    setReading(untouched)
    setTooLarge(null)
    if (file && file.size > MOST_BYTES) setTooLarge(MOST_BYTES)
    const read = file && file.size <= MOST_BYTES ? partsOf(new Uint8Array(await file.arrayBuffer())) : null
    const workbookTooLarge = read?.format === 'xlsx' && file!.size > MOST_WORKBOOK_BYTES
    if (workbookTooLarge) setTooLarge(MOST_WORKBOOK_BYTES)
    setChosen(read && !workbookTooLarge ? { id: ++files, importId: crypto.randomUUID(), name: file!.name, size: file!.size, file: read } : null)
  }
  return {
    chosen,
    choose,
    tooLarge,
    reading,
    setReading,
    foreseen,
    keeping,
    read,
    kept: progress.parts,
    received: progress.received,
    parts: parts.length,
    whole: parts.length > 0 && progress.parts === parts.length,
  }
}

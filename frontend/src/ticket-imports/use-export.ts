/** One file on its way: chosen, foreseen as it would be read, and sent to be compared. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { begin, foresee, importsQuery, MOST_BYTES, type Reading } from './queries'

let files = 0

export function useExport(sourceId: string, zone: string) {
  const untouched: Reading = { columns: {}, zone, order: 'dmy' }
  const [chosen, setChosen] = useState<{ id: number; file: File } | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [reading, setReading] = useState(untouched)
  const queries = useQueryClient()
  const foreseen = useQuery({
    queryKey: ['ticket-export', sourceId, chosen?.id, reading],
    queryFn: () => foresee(sourceId, chosen!.file, reading),
    enabled: chosen !== null,
    placeholderData: (before, query) => (query?.queryKey[2] === chosen?.id ? before : undefined),
    staleTime: Infinity,
    // What the file tells of people stays no longer than the page shows it.
    gcTime: 0,
    retry: false,
  })
  const sending = useMutation({
    mutationFn: () => begin(sourceId, chosen!.file, reading),
    onSuccess: () => {
      setChosen(null)
      return queries.invalidateQueries({ queryKey: importsQuery(sourceId).queryKey })
    },
  })
  const choose = (file: File | null) => {
    sending.reset()
    setReading(untouched)
    setTooLarge(file !== null && file.size > MOST_BYTES)
    setChosen(file && file.size <= MOST_BYTES ? { id: ++files, file } : null)
  }
  return { chosen: chosen?.file ?? null, choose, tooLarge, reading, setReading, foreseen, sending }
}

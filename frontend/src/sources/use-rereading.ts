import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readAgain } from './queries'
import { readAll, type Choice, type Progress } from './rereading'

/** Has quarantined deliveries read again; what they change is read anew everywhere. */
export function useRereading(sourceId: string, onDone: () => void) {
  const queries = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const act = useMutation({
    mutationFn: (choice: Choice) => {
      setProgress(null)
      return readAll(choice, (wanted) => readAgain(sourceId, wanted), setProgress)
    },
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/kpi/v1/') })
    },
  })
  return { act, progress }
}

export type Rereading = ReturnType<typeof useRereading>

import { useMutation, useQueryClient } from '@tanstack/react-query'

/** A write after which everything read from the kpi service is read again. */
export function useKpiWrite<Wanted, Answer>(act: (wanted: Wanted) => Promise<Answer>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/kpi/v1/') })
      done?.()
    },
  })
}

import { QueryClient } from '@tanstack/react-query'
import { isPassing } from './problems'

/** What was read stays until the watermark moves, so that nothing is asked twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Without a network a question is asked all the same: the page then says at once that there is no answer.
      networkMode: 'always',
      staleTime: 5 * 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => isPassing(error) && failures < 2,
      retryDelay: (failures) => Math.min(4000, 400 * 2 ** failures),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

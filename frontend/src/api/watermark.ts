/** Pages that stay current: ask every 3 s whether anything of the contract changed, and read again only then. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import { Unreachable, ApiError } from './problems'
import { send } from './send'

const CONTRACT = '/api/contracts/v1/contracts/{contract_id}'
const EVERY_MS = 3000
/** One lost request is not worth a word; two in a row are. */
const MISSES_BEFORE_STALE = 2

export interface Freshness {
  /** `stale`: the service does not answer; the page shows what it had. */
  link: 'live' | 'stale'
  /** Instant of the last figure computed, as the contract's watermark says. */
  dataAsOf: string | null
}

export const FreshnessContext = createContext<Freshness>({ link: 'live', dataAsOf: null })
export const useFreshness = () => useContext(FreshnessContext)

export function useWatermark(contractId: string): Freshness {
  const queries = useQueryClient()
  const [freshness, setFreshness] = useState<Freshness>({ link: 'live', dataAsOf: null })
  useEffect(() => {
    let etag: string | null = null
    let misses = 0
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') {
        try {
          const answer = await readWatermark(contractId, etag)
          if (stopped) return
          const recovered = misses >= MISSES_BEFORE_STALE
          misses = 0
          if (answer) {
            if (etag !== null || recovered) void refreshFigures(queries)
            etag = answer.etag
            setFreshness({ link: 'live', dataAsOf: answer.dataAsOf })
          } else if (recovered) {
            void refreshFigures(queries)
            setFreshness((before) => ({ ...before, link: 'live' }))
          }
        } catch (error) {
          if (stopped) return
          if (error instanceof Unreachable || (error instanceof ApiError && error.status >= 500)) misses += 1
          if (misses >= MISSES_BEFORE_STALE) setFreshness((before) => ({ ...before, link: 'stale' }))
        }
      }
      if (!stopped) timer = setTimeout(ask, EVERY_MS)
    }
    const onReturn = () => document.visibilityState === 'visible' && void ask()
    document.addEventListener('visibilitychange', onReturn)
    void ask()
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [contractId, queries])
  return freshness
}

/** Everything read from a service; the session itself stays. The contract first: a form that opens on what was just written expects no revision before it. */
async function refreshFigures(queries: QueryClient) {
  await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === CONTRACT })
  await queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/') })
}

async function readWatermark(contractId: string, etag: string | null) {
  const url = new URL(`/api/kpi/v1/contracts/${encodeURIComponent(contractId)}/watermark`, window.location.origin)
  const headers = new Headers(etag ? { 'If-None-Match': etag } : {})
  const response = await send(new Request(url, { headers, cache: 'no-store' }))
  if (response.status === 304) return null
  const body = (await response.json()) as { watermark: string; data_as_of: string | null }
  return { etag: response.headers.get('etag') ?? `"${body.watermark}"`, dataAsOf: body.data_as_of }
}

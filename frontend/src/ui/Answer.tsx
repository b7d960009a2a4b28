import { Trans } from '@lingui/react/macro'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError, Unreachable } from '../api/problems'

interface AnswerProps<Data> {
  query: Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'refetch' | 'isFetching'>
  /** Height in px kept while waiting, so that nothing moves. */
  height: number
  children: (data: Data) => ReactNode
}

/** What one panel waits for: its place while waiting, the answer, or what went wrong with « Réessayer » — in this panel only. */
export function Answer<Data>({ query, height, children }: AnswerProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return <div className="skeleton" style={{ height }} aria-busy="true" />
  return (
    <div className="notice alert" role="alert" style={{ minHeight: Math.min(height, 80) }}>
      <p>
        {query.error instanceof Unreachable ? (
          <Trans>Copil ne répond pas.</Trans>
        ) : (
          <Trans>Cette partie de la page n’a pas pu être lue.</Trans>
        )}
        {query.error instanceof ApiError && query.error.requestId ? (
          <span className="soft">
            {' '}
            <Trans>Référence : {query.error.requestId}</Trans>
          </span>
        ) : null}
      </p>
      <button type="button" className="button-quiet" disabled={query.isFetching} onClick={() => void query.refetch()}>
        <Trans>Réessayer</Trans>
      </button>
    </div>
  )
}

import './pages.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface SegmentLinkProps {
  /** What changes in the address; undefined takes a parameter away. */
  search: Record<string, string | undefined>
  /** Left out, the router compares addresses; given where the usual value is not in the address. */
  current?: boolean
  children: ReactNode
}

/** One choice among a few that the address remembers; the router marks the present one. */
export function SegmentLink({ search, current, children }: SegmentLinkProps) {
  return (
    <Link
      to="."
      search={(kept: object) => ({ ...kept, ...search }) as never}
      aria-current={current ? 'page' : undefined}
      activeOptions={{ exact: true }}
      activeProps={{ 'aria-current': 'page' }}
      replace
      resetScroll={false}
    >
      {children}
    </Link>
  )
}

import './pages.css'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

interface SegmentLinkProps {
  /** What changes in the address; undefined takes a parameter away. */
  search: Record<string, string | undefined>
  children: ReactNode
}

/** One choice among a few that the address remembers; the router marks the present one. */
export function SegmentLink({ search, children }: SegmentLinkProps) {
  return (
    <Link
      to="."
      search={(kept: object) => ({ ...kept, ...search }) as never}
      activeOptions={{ exact: true }}
      activeProps={{ 'aria-current': 'page' }}
      replace
      resetScroll={false}
    >
      {children}
    </Link>
  )
}

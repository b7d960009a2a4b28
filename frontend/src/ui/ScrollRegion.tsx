import type { ReactNode } from 'react'

interface ScrollRegionProps {
  label: string
  children: ReactNode
  className?: string
  /** Beyond it, the region scrolls downwards too. */
  height?: number
}

/** What is wider than its place scrolls inside, and the keyboard can reach it to do so. */
export function ScrollRegion({ label, children, className = '', height }: ScrollRegionProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must take the focus (WCAG 2.1.1).
    <section className={`scroll ${className}`} aria-label={label} tabIndex={0} style={height ? { maxHeight: height } : undefined}>
      {children}
    </section>
  )
}

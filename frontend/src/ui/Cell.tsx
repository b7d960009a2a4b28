import './pages.css'
import type { ReactNode } from 'react'

interface CellProps {
  /** The head of its column: shown beside the value where the table becomes cards. */
  label: string
  number?: boolean
  children: ReactNode
}

/** A cell of a table that becomes cards on a phone. */
export function Cell({ label, number = false, children }: CellProps) {
  return (
    <td data-label={label} className={number ? 'number' : undefined}>
      {children}
    </td>
  )
}

/** The heads of such a table, in order; those of numbers stand right. */
export function Heads({ labels, numbers = [] }: { labels: readonly string[]; numbers?: readonly string[] }) {
  return (
    <thead>
      <tr>
        {labels.map((label) => (
          <th key={label} scope="col" className={numbers.includes(label) ? 'number' : undefined}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

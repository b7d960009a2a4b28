import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Logo } from '../ui/Logo'
import { FailurePage } from './FailurePage'
import { NotFoundPage } from './NotFoundPage'

/** What has no place in the shell: an address that leads nowhere, or nothing at all could be read. */
function Alone({ children }: { children: ReactNode }) {
  return (
    <main className="alone">
      <Link to="/" className="alone-brand">
        <Logo size={36} /> Copil
      </Link>
      {children}
    </main>
  )
}

export const NowherePage = () => (
  <Alone>
    <NotFoundPage />
  </Alone>
)

export const NothingPage = (props: ErrorComponentProps) => (
  <Alone>
    <FailurePage {...props} />
  </Alone>
)

import './joining.css'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../shell/LanguageSwitch'
import { ThemeButton } from '../shell/ThemeButton'
import { Logo } from '../ui/Logo'

/** Around the pages of somebody who is not signed in yet, and comes by a link. */
export function GuestFrame({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="guest">
      <header className="guest-bar">
        <p className="guest-brand">
          <Logo size={36} /> Copil
        </p>
        <LanguageSwitch />
        <ThemeButton />
      </header>
      <main className="guest-main">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}

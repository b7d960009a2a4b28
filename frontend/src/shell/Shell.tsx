import { Trans } from '@lingui/react/macro'
import { Outlet } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useSession } from '../api/session'
import { USUAL_ZONE, ZoneContext } from '../format/use-format'
import { Palette } from '../palette/Palette'
import { Rail } from './Rail'
import { SignInAgain } from './SignInAgain'
import { TopBar } from './TopBar'
import { useRouteFocus } from './use-route-focus'
import { WrongParameters } from './WrongParameters'

/** Around every screen of somebody signed in. */
export function Shell() {
  const [searching, setSearching] = useState(false)
  const open = useCallback(() => setSearching(true), [])
  const close = useCallback(() => setSearching(false), [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open()
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open])
  const zone = useSession()?.person.zone ?? USUAL_ZONE
  const main = useRouteFocus()
  return (
    <div className="frame">
      <a className="skip" href="#main">
        <Trans>Aller au contenu</Trans>
      </a>
      <TopBar onSearch={open} />
      <Rail />
      <main id="main" tabIndex={-1} ref={main}>
        <WrongParameters />
        <ZoneContext value={zone}>
          <Outlet />
        </ZoneContext>
      </main>
      {searching ? <Palette onClose={close} /> : null}
      <SignInAgain />
    </div>
  )
}

import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { settleSignIn } from '../api/sign-in-again'
import { forgetSession, useSession } from '../api/session'
import { SignInForm } from '../ui/SignInForm'

/** The form itself, loaded when it is wanted: most visits end before their session. */
export default function SignInAgainDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const session = useSession()
  const navigate = useNavigate()
  useEffect(() => {
    dialog.current?.showModal()
    // The address is known: the password is what is wanted.
    dialog.current?.querySelector<HTMLInputElement>('[type=password]')?.focus()
  }, [])
  const leave = () => {
    settleSignIn(false)
    forgetSession()
    void navigate({ to: '/connexion' })
  }
  return (
    <dialog ref={dialog} className="sign-in-again" aria-labelledby="sign-in-again" onCancel={(event) => event.preventDefault()}>
      <h2 id="sign-in-again">
        <Trans>Votre session a pris fin</Trans>
      </h2>
      <p>
        <Trans>Identifiez-vous de nouveau : la page reprendra où vous en étiez, rien de ce que vous avez saisi n’est perdu.</Trans>
      </p>
      <SignInForm email={session?.person.email} onSignedIn={() => settleSignIn(true)} />
      <button className="link-button soft" onClick={leave}>
        <Trans>Quitter cette page</Trans>
      </button>
    </dialog>
  )
}

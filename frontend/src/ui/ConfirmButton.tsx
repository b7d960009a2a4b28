import './pages.css'
import { Trans } from '@lingui/react/macro'
import { useId, useRef, type ReactNode } from 'react'

interface ConfirmButtonProps {
  label: ReactNode
  question: ReactNode
  confirm: ReactNode
  act: () => void
  busy?: boolean
  failed?: boolean
  className?: string
}

/** An act that cannot be undone is asked for twice; the browser's own dialog keeps and returns the focus. */
export function ConfirmButton({ label, question, confirm, act, busy = false, failed = false, className = 'link-button' }: ConfirmButtonProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  return (
    <>
      <button type="button" className={`${className} no-print`} disabled={busy} onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      {failed ? (
        <span className="field-error" role="alert">
          {' '}
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </span>
      ) : null}
      <dialog ref={dialog} className="confirm" aria-labelledby={id}>
        <p id={id}>{question}</p>
        <div className="confirm-acts">
          <button type="button" className="button-quiet" onClick={() => dialog.current?.close()}>
            <Trans>Annuler</Trans>
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              dialog.current?.close()
              act()
            }}
          >
            {confirm}
          </button>
        </div>
      </dialog>
    </>
  )
}

import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import './palette.css'

const Results = lazy(() => import('./Results'))

/** « Aller à… »: the field is there at once; keys typed before the list has arrived are handed over to it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  return (
    // A press beside the box closes it, as Escape does.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t`Aller à…`}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="palette-box">
        <Suspense
          fallback={
            <input autoFocus className="palette-input" aria-label={t`Aller à…`} value={text} onChange={(event) => setText(event.target.value)} />
          }
        >
          <Results typed={text} onClose={onClose} />
        </Suspense>
      </div>
    </dialog>
  )
}

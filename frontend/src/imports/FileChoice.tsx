import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type DragEvent } from 'react'

interface FileChoiceProps {
  name: string | null
  disabled: boolean
  onFile: (file: File) => void
  /** Of another kind of file: what it is called, which it may be, and what choosing one says. */
  title?: string
  accept?: string
  button?: string
  hint?: string
}

/** A file chosen by keyboard or pointer, or dropped on the frame. */
export function FileChoice({ name, disabled, onFile, title, accept = '.csv,.txt,text/csv,.xlsx', button, hint }: FileChoiceProps) {
  const { t } = useLingui()
  const [over, setOver] = useState(false)
  const drag = (entering: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(entering && !disabled)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !disabled) onFile(file)
  }
  return (
    <div className="field drop" data-over={over || undefined} onDragEnter={drag(true)} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
      <span>
        {title ?? <Trans>Fichier CSV ou XLSX</Trans>}
      </span>
      <input
        id="answers-file"
        className="visually-hidden"
        type="file"
        accept={accept}
        disabled={disabled}
        aria-describedby="answers-file-hint"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          // The same file again, once corrected, is a choice too.
          target.value = ''
        }}
      />
      {/* The browser's own control speaks the language of the browser. */}
      <label htmlFor="answers-file" className="button-quiet">
        {button ?? <Trans>Choisir un fichier CSV ou XLSX</Trans>}
      </label>
      <p id="answers-file-hint" className="soft small">
        {name ? <strong>{t`Choisi : ${name}.`} </strong> : null}
        {hint ?? <Trans>Il peut aussi être déposé dans ce cadre. Rien n’est enregistré avant votre accord.</Trans>}
      </p>
    </div>
  )
}

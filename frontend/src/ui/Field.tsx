import { useId, type ReactNode } from 'react'

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** One input, select or textarea. */
  children: ReactNode
}

/** A named field; what is said under it belongs to the name that is read out. */
export function Field({ label, hint, children }: FieldProps) {
  const id = useId()
  return (
    <div className="field" role="group" aria-describedby={hint ? id : undefined}>
      <label className="field">
        <span>{label}</span>
        {children}
      </label>
      {hint ? (
        <span id={id} className="soft small">
          {hint}
        </span>
      ) : null}
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Field } from './Field'

/** Words beside what is written; kept with it, and no part of what is accepted. */
export function CommentField({ value, change, required = false }: { value: string; change: (text: string) => void; required?: boolean }) {
  const { t } = useLingui()
  return (
    <Field label={required ? t`Commentaire` : t`Commentaire (facultatif)`} hint={<Trans>Lu par les deux parties, gardé dans l’historique.</Trans>}>
      <textarea rows={2} maxLength={4000} required={required} value={value} onChange={(event) => change(event.target.value)} />
    </Field>
  )
}

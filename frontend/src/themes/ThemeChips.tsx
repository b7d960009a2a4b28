import './themes.css'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Themes, Verbatim } from '../api/types'
import { useFormat } from '../format/use-format'
import { useTag } from './queries'

interface ThemeChipsProps {
  contractId: string
  verbatim: Verbatim
  themes: Themes
  tags: boolean
}

/** The themes of one answer, how each was found, and for who may: add one, take one away. */
export function ThemeChips({ contractId, verbatim, themes, tags }: ThemeChipsProps) {
  const { t } = useLingui()
  const { language } = useFormat()
  const say = useTag(contractId, verbatim.id)
  const held = themes.items.flatMap((theme) => {
    const tag = verbatim.themes.find((one) => one.code === theme.code)
    return tag ? [{ ...tag, label: theme.label[language] }] : []
  })
  const others = themes.items.filter((theme) => !held.some((one) => one.code === theme.code))
  if (!held.length && !tags) return null
  return (
    <div className="theme-line small">
      {held.length ? (
        <ul className="plain theme-chips" aria-label={t`Thèmes de la réponse`}>
          {held.map((one) => (
            <li key={one.code} className="theme-chip">
              <span title={one.by === 'person' ? t`Ajouté à la main` : one.word ? t`Trouvé par « ${one.word} »` : undefined}>{one.label}</span>
              {tags ? (
                <button type="button" aria-label={t`Retirer le thème ${one.label}`} disabled={say.isPending} onClick={() => say.mutate({ code: one.code, present: false })}>
                  ×
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {tags && others.length ? (
        <details className="theme-add no-print">
          <summary>
            <Trans>Ajouter un thème</Trans>
          </summary>
          <ul className="plain theme-chips">
            {others.map((one) => (
              <li key={one.code}>
                <button type="button" className="button-quiet" disabled={say.isPending} onClick={() => say.mutate({ code: one.code, present: true })}>
                  {one.label[language]}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {say.isError ? (
        <span className="field-error" role="alert">
          <Trans>Cela n’a pas abouti. Réessayez.</Trans>
        </span>
      ) : null}
    </div>
  )
}

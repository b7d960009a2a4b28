import './themes.css'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Themes } from '../api/types'
import { useFormat } from '../format/use-format'
import { themeCountsQuery, type Wanted } from '../verbatims/queries'

/** What the words are about, each with its number of answers and as a filter; brand and tone are said to be it. */
export function ThemeFilters({ contractId, themes, wanted }: { contractId: string; themes: Themes; wanted: Wanted }) {
  const { t } = useLingui()
  const format = useFormat()
  const counts = useQuery({ ...themeCountsQuery(contractId, wanted), placeholderData: keepPreviousData })
  const of = (code: string) => counts.data?.items.find((one) => one.code === code)?.answers ?? 0
  const shown = [
    ...themes.items.map((one) => ({ code: one.code, label: one.label[format.language], tone: one.kind === 'brand_tone', answers: of(one.code) })),
    { code: 'none', label: t`Sans thème`, tone: false, answers: counts.data?.without_theme ?? 0 },
  ]
  return (
    <>
      <nav aria-label={t`Filtrer par thème`} className="no-print">
        <ul className="plain theme-filters">
          {shown.map((one) => (
            <li key={one.code}>
              <Link
                to="."
                search={(kept: object) => ({ ...kept, theme: wanted.theme === one.code ? undefined : one.code }) as never}
                aria-current={wanted.theme === one.code ? 'true' : undefined}
                activeProps={{}}
                replace
                resetScroll={false}
              >
                <span>{one.label}</span>
                {one.tone ? (
                  <span className="theme-tone">
                    <Trans>marque et ton</Trans>
                  </span>
                ) : null}
                <span className="theme-count">
                  <span aria-hidden="true">{format.integer(one.answers)}</span>
                  <span className="visually-hidden">
                    <Plural value={one.answers} one="# réponse" other="# réponses" />
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="soft small">
        {themes.waiting ? (
          <Trans>Les thèmes ont changé : les réponses sont relues, les nombres vont bouger. </Trans>
        ) : null}
        <Trans>Une réponse peut porter plusieurs thèmes.</Trans>{' '}
        <Link to="/contrats/$contractId/a-traiter/regles" params={{ contractId }}>
          <Trans>Règles et thèmes</Trans>
        </Link>
      </p>
    </>
  )
}

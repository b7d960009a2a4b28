import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { Language } from '../format/locale'
import { keepLanguage } from '../i18n'

const NAMES: Record<Language, string> = { fr: 'Français', en: 'English' }

/** English is written in the address, so that a shared link opens in the same language. */
export function LanguageSwitch() {
  const { t, i18n } = useLingui()
  const navigate = useNavigate()
  const choose = (language: Language) => {
    keepLanguage(language)
    void navigate({
      to: '.',
      search: (before) => ({ ...before, langue: language === 'en' ? ('en' as const) : undefined }),
      replace: true,
      resetScroll: false,
    })
  }
  return (
    <div className="segments language" role="group" aria-label={t`Langue`}>
      {(['fr', 'en'] as const).map((language) => (
        <button key={language} lang={language} aria-pressed={i18n.locale === language} onClick={() => choose(language)}>
          {language.toUpperCase()}
          <span className="visually-hidden"> {NAMES[language]}</span>
        </button>
      ))}
    </div>
  )
}

import { i18n, type Messages } from '@lingui/core'
import type { Language } from '../format/locale'

const CATALOGUES: Record<Language, () => Promise<{ messages: Messages }>> = {
  fr: () => import('../locales/fr.po'),
  en: () => import('../locales/en.po'),
}

const KEY = 'copil.language'

export const isLanguage = (text: unknown): text is Language => text === 'fr' || text === 'en'

/** The reader's own choice; French for whoever never chose. */
export function preferredLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEY)
    return isLanguage(kept) ? kept : 'fr'
  } catch {
    return 'fr'
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Storage refused: the address still carries it.
  }
}

export async function activate(language: Language): Promise<void> {
  if (i18n.locale !== language) {
    const { messages } = await CATALOGUES[language]()
    i18n.loadAndActivate({ locale: language, messages })
  }
  document.documentElement.lang = language
}

export { i18n }

import { i18n, type Messages } from '@lingui/core'
import { plain, type Language } from '../format/locale'

type Catalogues = Record<Language, () => Promise<{ messages: Messages }>>

const FIRST: Catalogues = { fr: () => import('../locales/fr.po'), en: () => import('../locales/en.po') }
const LATER: Catalogues = { fr: () => import('../locales/later/fr.po'), en: () => import('../locales/later/en.po') }

// Numbers in plurals are Intl's, with a space that our typefaces lack: everywhere the one of all other numbers.
const say = i18n._.bind(i18n)
i18n._ = i18n.t = ((...said: Parameters<typeof say>) => plain(say(...said))) as typeof say

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

/** Whether a screen that brings its own words was opened: from then on a change of language brings both. */
let later = false
let activated: Promise<void> = Promise.resolve()

export function activate(language: Language): Promise<void> {
  activated = bring(language)
  return activated
}

async function bring(language: Language): Promise<void> {
  if (i18n.locale !== language) {
    const parts = await Promise.all([FIRST[language](), ...(later ? [LATER[language]()] : [])])
    i18n.loadAndActivate({ locale: language, messages: Object.assign({}, ...parts.map((part) => part.messages)) as Messages })
  }
  document.documentElement.lang = language
}

/** A screen and its words together. */
export async function withItsWords<Page>(page: Promise<Page>): Promise<Page> {
  const words = addLater()
  const loaded = await page
  await words
  return loaded
}

async function addLater(): Promise<void> {
  if (later) return
  later = true
  try {
    await activated
    const language = i18n.locale as Language
    const { messages } = await LATER[language]()
    // The language may have changed meanwhile, and then brought both.
    if (i18n.locale === language) i18n.load(language, { ...i18n.messages, ...messages })
  } catch (error) {
    // Network cut: the screen fails too, and asks for its words again with it.
    later = false
    throw error
  }
}

export { i18n }

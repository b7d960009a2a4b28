/** Intl in the house way. */

export type Language = 'fr' | 'en'

/** British English: days before months, 24-hour clock, as readers in Europe expect. */
export const TAG: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

export const NBSP = '\u00a0'

/** Intl's French puts U+202F, whose glyph our typefaces lack: the fallback's is wider than the label's place. */
export const plain = (text: string) => text.replace(/\u202f/g, NBSP)

const numberFormats = new Map<string, Intl.NumberFormat>()

export function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  let format = numberFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(TAG[language], options)
    numberFormats.set(key, format)
  }
  return format
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  let format = dateFormats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(TAG[language], options)
    dateFormats.set(key, format)
  }
  return format
}

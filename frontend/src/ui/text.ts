/** Long texts that stand beside each other in both languages: they are read together, and weigh only on their own pages. */
import { useLingui } from '@lingui/react'

export interface Text {
  fr: string
  en: string
}

const NBSP = '\u00a0'

/** A space before : ; ? ! % » and after « never breaks, as build/typography.mjs does it for the catalogues. */
export const french = (text: string) => text.replace(/ ([:;?!%»])/g, `${NBSP}$1`).replace(/« /g, `«${NBSP}`)

export function useText(): (text: Text) => string {
  const { i18n } = useLingui()
  return (text) => (i18n.locale === 'en' ? text.en : french(text.fr))
}

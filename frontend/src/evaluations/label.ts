import { useFormat } from '../format/use-format'
import type { Criterion } from './queries'

/** A criterion in the reader's language. */
export function useLabel(): (criterion: Pick<Criterion, 'label_fr' | 'label_en'>) => string {
  const { language } = useFormat()
  return (one) => (language === 'fr' ? one.label_fr : one.label_en)
}

import type { Terms } from '../api/types'
import { DIMENSIONS, useDimensionWords } from '../dimensions/words'
import { inOrder } from './dimensions'

/** « Site, groupe (Lyon N1 → Lyon) ; Canal, canal du ticket » */
export function useDimensionsText() {
  const words = useDimensionWords()
  return (declared: Terms['dimensions'] | undefined) =>
    DIMENSIONS.flatMap((name) => {
      const one = declared?.[name]
      if (!one) return []
      const values = inOrder(one.values).map(([told, shown]) => (told === shown ? told : `${told} → ${shown}`))
      return [`${words.name(name)}, ${words.attribute(one.attribute)}${values.length ? ` (${values.join(', ')})` : ''}`]
    }).join(' ; ') || '–'
}

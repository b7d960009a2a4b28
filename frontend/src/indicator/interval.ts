/** Where points and intervals stand on one line, in hundredths of its width. */
export interface Placed {
  value: string | null
  interval: { low: string; high: string } | null
}

export interface Scale {
  at: (amount: string) => number
}

/** One scale for all of them, wide enough for each; null when nothing is to be drawn. */
export function scaleOf(items: readonly Placed[], whole: string | null): Scale | null {
  const told = items.flatMap(({ value, interval }) => [value, interval?.low, interval?.high])
  const numbers = [...told, whole].flatMap((one) => (one === null || one === undefined ? [] : [Number(one)]))
  if (!numbers.length) return null
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const span = high - low || 1
  // A little room on both sides, so that a point at the end is whole.
  return { at: (amount) => 4 + (92 * (Number(amount) - low)) / span }
}

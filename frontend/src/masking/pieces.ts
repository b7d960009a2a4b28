const WORD = /[\p{L}\p{N}_]/u

/** Where whole words stand in a text, in code points as the service counts; null when they do not. */
export function pieceAt(text: string, piece: string): number | null {
  if (!piece || piece.includes('[[') || piece.includes(']]')) return null
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    const before = Array.from(text.slice(0, at))
    const after = Array.from(text.slice(at + piece.length))
    const inMark = text.slice(at - 2, at) === '[[' && text.slice(at + piece.length, at + piece.length + 2) === ']]'
    if (!inMark && !WORD.test(before.at(-1) ?? '') && !WORD.test(after[0] ?? '')) return before.length
  }
  return null
}

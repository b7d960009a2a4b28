/** A first word on a password, while it is typed; the service has the last one (a list of common ones, and patterns). */

export const SHORTEST_PASSWORD = 12

export type Strength = 'none' | 'short' | 'weak' | 'good' | 'strong'

const ROWS = ['abcdefghijklmnopqrstuvwxyz', 'azertyuiopqsdfghjklmwxcvbn', 'qwertyuiopasdfghjklzxcvbnm', '01234567890']

/** Letters that say something: none of a run (`abcd`, `1234`, `azer`), none repeated, none of the owner's own names. */
function telling(password: string, about: readonly string[]): number {
  let rest = password.toLowerCase()
  for (const word of about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))) {
    if (word.length > 2) rest = rest.replaceAll(word, '')
  }
  let count = 0
  for (let at = 0; at < rest.length; at += 1) {
    const pair = rest.slice(at - 1, at + 1)
    const follows = at > 0 && (pair[0] === pair[1] || ROWS.some((row) => row.includes(pair)))
    const again = at > 1 && rest.slice(0, at - 1).includes(pair)
    if (!follows && !again) count += 1
  }
  return count
}

export function strengthOf(password: string, about: readonly string[]): Strength {
  if (!password) return 'none'
  if (password.length < SHORTEST_PASSWORD) return 'short'
  const letters = telling(password, about)
  return letters < 8 ? 'weak' : letters < 16 ? 'good' : 'strong'
}

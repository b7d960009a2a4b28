/** Reading of catalogues for their tests. */

export interface Entry {
  source: string
  translation: string
}

/** Entries of a `.po` file, without its head. */
export function readPo(text: string): Entry[] {
  return text
    .split('\n\n')
    .map((block) => ({ source: field(block, 'msgid'), translation: field(block, 'msgstr') }))
    .filter(({ source }) => source)
}

function field(block: string, name: string): string {
  const [, quoted = ''] = new RegExp(`^${name} ((?:".*"(?:\n|$))+)`, 'm').exec(block) ?? []
  return [...quoted.matchAll(/^"(.*)"$/gm)].map(([, part]) => part!.replaceAll('\\"', '"')).join('')
}

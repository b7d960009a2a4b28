/** French spacing in the French catalogue, after each extraction: the code is typed with plain spaces. */
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = new URL('../src/locales/fr.po', import.meta.url)
const NBSP = '\u00a0'

/** A space before : ; ? ! % » and after « never breaks, nor one between a number and its unit. */
const french = (text) =>
  text
    .replace(/ ([:;?!%»])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(\d) (?=(?:h|j|min|s|Mo|Kio)\b)/g, `$1${NBSP}`)

let inTranslation = false
const lines = readFileSync(FILE, 'utf8')
  .split('\n')
  .map((line) => {
    if (line.startsWith('msgstr ')) inTranslation = true
    else if (!line.startsWith('"')) inTranslation = false
    return inTranslation ? french(line) : line
  })
writeFileSync(FILE, lines.join('\n'))

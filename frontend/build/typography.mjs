/** French spacing in the French catalogues, after each extraction: the code is typed with plain spaces. */
import { readFileSync, writeFileSync } from 'node:fs'

const FILES = ['../src/locales/fr.po', '../src/locales/later/fr.po'].map((path) => new URL(path, import.meta.url))
const NBSP = '\u00a0'

/** A space before : ; ? ! % » and after « never breaks, nor one between a number and its unit. */
const french = (text) =>
  text
    .replace(/ ([:;?!%»])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(\d) (?=(?:h|j|min|s|Mo|Kio)\b)/g, `$1${NBSP}`)

function spaced(catalogue) {
  let inTranslation = false
  return catalogue
    .split('\n')
    .map((line) => {
      if (line.startsWith('msgstr ')) inTranslation = true
      else if (!line.startsWith('"')) inTranslation = false
      return inTranslation ? french(line) : line
    })
    .join('\n')
}

for (const file of FILES) writeFileSync(file, spaced(readFileSync(file, 'utf8')))

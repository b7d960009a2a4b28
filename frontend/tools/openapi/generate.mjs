/**
 * Writes src/api/schema.d.ts from openapi.json.
 * With --from URL it first reads openapi.json from a running Copil; with --check it says whether the committed file is current.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const SOURCE = new URL('../../openapi.json', import.meta.url)
const TARGET = new URL('../../src/api/schema.d.ts', import.meta.url)

const [option, address] = process.argv.slice(2)
if (option === '--from') {
  const answer = await fetch(new URL('/openapi.json', address))
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`)
  // The cookie is named after the port: here the usual one, wherever this was read.
  const text = JSON.stringify(await answer.json(), null, 1).replace(/copil-\d+/g, 'copil-8000')
  writeFileSync(SOURCE, `${text}\n`)
}

const header = '/** Generated from openapi.json by `npm run gen:api`; not to be edited. */\n\n'
const text = header + astToString(await openapiTS(SOURCE))
if (option === '--check') {
  if (readFileSync(TARGET, 'utf8') !== text) {
    process.stderr.write('src/api/schema.d.ts is not current: run `npm run gen:api`.\n')
    process.exitCode = 1
  }
} else {
  writeFileSync(TARGET, text)
}

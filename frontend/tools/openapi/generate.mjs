/** Writes src/api/schema.d.ts from openapi.json; with --check, says whether the committed file is current. */
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const SOURCE = new URL('../../openapi.json', import.meta.url)
const TARGET = new URL('../../src/api/schema.d.ts', import.meta.url)

const header = '/** Generated from openapi.json by `npm run gen:api`; not to be edited. */\n\n'
const text = header + astToString(await openapiTS(SOURCE))
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== text) {
    process.stderr.write('src/api/schema.d.ts is not current: run `npm run gen:api`.\n')
    process.exitCode = 1
  }
} else {
  writeFileSync(TARGET, text)
}

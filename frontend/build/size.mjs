/** Fails when the build is heavier than promised. Sizes are gzip level 9, in KiB. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const DIST = new URL('../dist/', import.meta.url).pathname
const BUDGET = { firstRoute: 150, css: 12, lazyChunk: 60, fonts: 2 }
const FIRST_ROUTE = ['index.html', 'src/pilotage/PilotagePage.tsx', 'src/locales/fr.po']

const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8'))
const kib = (file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length / 1024

function withImports(key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const next of manifest[key].imports ?? []) withImports(next, found)
  return found
}

const first = new Set(FIRST_ROUTE.flatMap((key) => [...withImports(key)]))
const firstFiles = new Set([...first].map((key) => manifest[key].file))
const firstSheets = new Set([...first].flatMap((key) => manifest[key].css ?? []))
const assets = readdirSync(join(DIST, 'assets'))
const measures = [
  ['first route, JS', [...firstFiles].reduce((sum, file) => sum + kib(file), 0), BUDGET.firstRoute],
  ['first route, CSS', [...firstSheets].reduce((sum, file) => sum + kib(file), 0), BUDGET.css],
  ['font files', assets.filter((f) => f.endsWith('.woff2')).length, BUDGET.fonts],
]
const carried = new Set([...firstFiles, ...firstSheets])
for (const file of assets.filter((f) => /\.(js|css)$/.test(f) && !carried.has(`assets/${f}`))) {
  measures.push([`lazy ${file}`, kib(`assets/${file}`), BUDGET.lazyChunk])
}
let failed = 0
for (const [name, size, limit] of measures) {
  if (size > limit) failed += 1
  process.stdout.write(`${size > limit ? 'OVER' : 'ok  '} ${size.toFixed(1).padStart(7)} / ${limit}  ${name}\n`)
}
process.exitCode = failed ? 1 : 0

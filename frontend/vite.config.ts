import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { precompress } from './build/precompress.ts'
import { preloadDefaultRoute } from './build/preload-default-route.ts'

// Where `npm run dev` finds the gateway.
const gateway = process.env['COPIL_URL'] ?? 'http://127.0.0.1:8000'

/** What every page needs, in one file: fewer requests, and it compresses better than thirty small ones. */
const BASE = [
  /node_modules\/(react|react-dom|scheduler|@tanstack|@lingui|openapi-fetch|openapi-react-query|valibot)\//,
  /src\/(api|app|format|i18n|shell)\//,
  /src\/ui\/(CopyLink|Failure|FreshnessLine|Icon|Judgement|Logo|ScrollRegion|Term|Verdict|use-)/,
  /src\/ui\/(Cell|PartyMark)\.tsx/,
  /src\/exports\/(ExportMenu|Menu)\.tsx/,
  /src\/indicators\/(few|names|queries|ranking|ruler|samples|tally|target)\.ts/,
  /src\/pilotage\/use-figure-table\.ts/,
  /src\/contracts\/(queries|ContractFrame)/,
]
/** Among those, what only later pages need. */
const LATER = /src\/(api\/(use-kpi-write|new-key)\.ts|ui\/use-countdown\.ts|shell\/(OpenFrame|Bell)\.tsx)|[iI]nfiniteQuery(Observer)?\.js|\.po$/
const isBase = (id: string) => BASE.some((pattern) => pattern.test(id)) && !LATER.test(id)

export default defineConfig({
  plugins: [
    babel({ plugins: ['@lingui/babel-plugin-lingui-macro'] }),
    react(),
    lingui(),
    preloadDefaultRoute(['src/pilotage/PilotagePage.tsx', 'src/locales/fr.po']),
    precompress(),
  ],
  resolve: {
    alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('src/exports/zip.ts', import.meta.url)) }],
  },
  server: { proxy: { '/api': gateway, '/auth': gateway, '/bi': gateway, '/docs': gateway, '/openapi.json': gateway } },
  build: {
    target: 'es2023',
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: isBase }] } } },
    reportCompressedSize: false,
    // A strict policy allows no data: address.
    assetsInlineLimit: 0,
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
})

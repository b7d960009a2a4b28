import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { precompress } from './build/precompress.ts'
import { preloadDefaultRoute } from './build/preload-default-route.ts'

// Where `npm run dev` finds the gateway.
const gateway = process.env['COPIL_URL'] ?? 'http://127.0.0.1:8000'

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
    reportCompressedSize: false,
    // A strict policy allows no data: address.
    assetsInlineLimit: 0,
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
})

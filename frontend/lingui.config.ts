import { defineConfig } from '@lingui/cli'

export default defineConfig({
  sourceLocale: 'fr',
  locales: ['fr', 'en'],
  catalogs: [{ path: 'src/locales/{locale}', include: ['src'], exclude: ['**/*.test.*', 'src/locales/**'] }],
  // Line numbers would make every edit touch both catalogues.
  orderBy: 'message',
})

import { defineConfig } from '@lingui/cli'

/** Screens after the first: their words come with them, so that the first page does not wait for them. */
const LATER = [
  'src/access',
  'src/actions',
  'src/agreed',
  'src/before-after',
  'src/connect',
  'src/contracts/ContractLine.tsx',
  'src/contracts/ContractsPage.tsx',
  'src/dimensions',
  'src/evaluations',
  'src/health',
  'src/help',
  'src/imports',
  'src/indicator',
  'src/indicators/Adjustments.tsx',
  'src/indicators/IndicatorRow.tsx',
  'src/indicators/IndicatorsPage.tsx',
  'src/indicators/PeriodLinks.tsx',
  'src/indicators/words.ts',
  'src/joining',
  'src/keys',
  'src/masking',
  'src/me',
  'src/notices',
  'src/people',
  'src/rebuilds',
  'src/relay',
  'src/rights',
  'src/scope',
  'src/setup',
  'src/sources',
  'src/staff',
  'src/survey-tools',
  'src/surveys',
  'src/themes',
  'src/threads',
  'src/ticket-imports',
  'src/today',
  'src/ui/PasswordField.tsx',
  'src/verbatims',
]

export default defineConfig({
  sourceLocale: 'fr',
  locales: ['fr', 'en'],
  catalogs: [
    {
      path: 'src/locales/{locale}',
      include: ['src'],
      exclude: ['**/*.test.*', 'src/locales/**', ...LATER.map((place) => (place.includes('.') ? place : `${place}/**`))],
    },
    { path: 'src/locales/later/{locale}', include: LATER, exclude: ['**/*.test.*'] },
  ],
  // Line numbers would make every edit touch both catalogues.
  orderBy: 'message',
})

import { defineConfig } from '@lingui/cli';

/** One catalogue for the app, its ui kit and its routes; one per feature, with the feature's name. */
export default defineConfig({
  sourceLocale: 'nl',
  locales: ['nl', 'en'],
  catalogs: [
    {
      path: '<rootDir>/src/locales/{locale}/app',
      include: ['<rootDir>/src/app', '<rootDir>/src/ui', '<rootDir>/src/routes'],
      exclude: ['**/*.test.tsx'],
    },
    {
      path: '<rootDir>/src/locales/{locale}/{name}',
      include: ['<rootDir>/src/features/{name}/'],
      exclude: ['**/*.test.tsx'],
    },
  ],
  format: 'po',
  formatOptions: { origins: false, lineNumbers: false },
  orderBy: 'message',
});

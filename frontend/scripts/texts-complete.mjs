// Fails when a text of a catalogue has no translation.
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';

const config = getConfig();
const catalogs = await getCatalogs(config);
let missing = 0;
for (const catalog of catalogs) {
  for (const locale of config.locales) {
    const options = { sourceLocale: config.sourceLocale, fallbackLocales: {} };
    const translations = await catalog.getTranslations(locale, options);
    for (const text of translations.missing) {
      console.error(`${catalog.path.replace('{locale}', locale)}: no text for "${text.source}"`);
      missing += 1;
    }
  }
}
process.exit(missing > 0 ? 1 : 0);

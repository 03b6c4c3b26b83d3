// Fails when a text of a catalogue has no translation, or another one than in a catalogue beside it: the app loads
// them into one, so that the last to come would change the words on the screen.
import { getCatalogs } from '@lingui/cli/api';
import { getConfig } from '@lingui/conf';

const config = getConfig();
const catalogs = await getCatalogs(config);
const known = new Map();
let faults = 0;
for (const catalog of catalogs) {
  for (const locale of config.locales) {
    const path = catalog.path.replace('{locale}', locale);
    const options = { sourceLocale: config.sourceLocale, fallbackLocales: {} };
    const { missing, messages } = await catalog.getTranslations(locale, options);
    for (const text of missing) fault(`${path}: no text for "${text.source}"`);
    for (const [id, text] of Object.entries(messages)) {
      const first = known.get(`${locale} ${id}`);
      if (first === undefined) known.set(`${locale} ${id}`, { text, path });
      else if (first.text !== text) fault(`${path}: "${text}", but "${first.text}" in ${first.path}`);
    }
  }
}
process.exit(faults > 0 ? 1 : 0);

function fault(sentence) {
  console.error(sentence);
  faults += 1;
}

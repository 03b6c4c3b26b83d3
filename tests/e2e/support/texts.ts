import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from './test';

const CATALOGUES = join(__dirname, '../../../frontend/src/locales/en');
/** What the web app puts behind the label of a field that may stay empty */
const OPTIONAL = '( \\((mag leeg blijven|may be left empty|optional)\\))?';

/** Values for the placeholders of a text; a placeholder without one matches anything. */
export type Values = Readonly<Record<string, string | number>>;

/** Finds a text of the web app by its Dutch words, as they stand in the code. */
export type Text = (dutch: string, values?: Values) => RegExp;

/** Dutch text → its English translations, from the catalogues of the web app */
const translations = new Map<string, Set<string>>();

/**
 * Exactly this text in the language of the test. A text that the web app does not have is an error, so that a story cannot outlive the
 * words it reads.
 */
export function textIn(language: Language): Text {
  return (dutch, values = {}) => new RegExp(`^\\s*(${patterns(language, dutch, values).join('|')})${OPTIONAL}\\s*$`);
}

/** A text that begins so: the name of a button that also says what it is about. */
export function beginsWith(text: RegExp): RegExp {
  return new RegExp(text.source.slice(0, text.source.lastIndexOf(OPTIONAL)));
}

/** A text that stands somewhere in a longer one. */
export function within(text: RegExp): RegExp {
  return new RegExp(beginsWith(text).source.slice('^\\s*'.length));
}

function patterns(language: Language, dutch: string, values: Values): string[] {
  const english = known().get(dutch);
  if (!english) throw new Error(`The web app has no text “${dutch}”.`);
  const texts = language === 'nl' ? [dutch] : [...english];
  return texts.map((text) =>
    text
      .split(/(\{\w+\}|<\/?\w+\/?>)/)
      .map((part) => pattern(part, values))
      .join(''),
  );
}

function pattern(part: string, values: Values): string {
  const placeholder = /^\{(\w+)\}$/.exec(part)?.[1];
  if (placeholder !== undefined) return placeholder in values ? escaped(String(values[placeholder])) : '.*';
  return /^<\/?\w+\/?>$/.test(part) ? '' : escaped(part);
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function known(): Map<string, Set<string>> {
  if (translations.size > 0) return translations;
  for (const file of readdirSync(CATALOGUES).filter((name) => name.endsWith('.po'))) {
    for (const entry of readFileSync(join(CATALOGUES, file), 'utf8').split(/\n\n+/)) {
      const dutch = valueOf(entry, 'msgid');
      const english = valueOf(entry, 'msgstr');
      if (dutch && english) translations.set(dutch, (translations.get(dutch) ?? new Set()).add(english));
    }
  }
  return translations;
}

/** The strings behind a keyword of a catalogue entry, joined */
function valueOf(entry: string, keyword: 'msgid' | 'msgstr'): string {
  const found = new RegExp(`^${keyword} ((?:".*"\\s*)+)`, 'm').exec(entry)?.[1] ?? '';
  return [...found.matchAll(/^\s*"(.*)"\s*$/gm)].map(([, part]) => JSON.parse(`"${part}"`) as string).join('');
}

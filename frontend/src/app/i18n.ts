import { i18n, type Messages } from '@lingui/core';
import { messages as dutchApp } from '@/locales/nl/app.po';

export type Locale = 'nl' | 'en';

const storageKey = 'vliegwiel.language';

/** Catalogues by address; Dutch texts of the app itself are part of the first load. */
const catalogues = import.meta.glob<{ messages: Messages }>(['../locales/*/*.po', '!../locales/nl/app.po']);
const wanted = new Set(['app']);

/** Loads the texts of a feature in the current language. Route loaders call it with the name of their feature. */
export async function loadTexts(...names: string[]): Promise<void> {
  for (const name of names) wanted.add(name);
  await loadAll(currentLocale(), names);
}

/** Changes the language everywhere, and remembers it on this device. */
export async function switchLocale(locale: Locale): Promise<void> {
  remember(locale);
  await activate(locale);
}

/** The language of the screen. */
export function currentLocale(): Locale {
  return i18n.locale === 'en' ? 'en' : 'nl';
}

/** Starts in the language chosen before, else that of the browser, else Dutch. */
export async function startLocale(): Promise<void> {
  i18n.load('nl', dutchApp);
  await activate(remembered() ?? (navigator.language.startsWith('en') ? 'en' : 'nl'));
}

/** Takes over the language of an account after signing in, unless this device has a choice of its own. */
export async function adoptLocale(locale: string): Promise<void> {
  if (remembered() === null && (locale === 'nl' || locale === 'en')) await activate(locale);
}

async function activate(locale: Locale) {
  await loadAll(locale, [...wanted]);
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

async function loadAll(locale: Locale, names: readonly string[]) {
  await Promise.all(
    names.map(async (name) => {
      const load = catalogues[`../locales/${locale}/${name}.po`];
      if (load) i18n.load(locale, (await load()).messages);
    }),
  );
}

function remembered(): Locale | null {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'nl' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

function remember(locale: Locale) {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Storage may be switched off; the choice then holds until the next visit.
  }
}

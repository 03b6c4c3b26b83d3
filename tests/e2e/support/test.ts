import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { expectNoSidewaysScroll } from './accessibility';
import { Faults } from './faults';
import { Mailbox } from './mailbox';
import { startServer } from './server';
import type { Server } from './server';
import { textIn } from './texts';
import type { Text } from './texts';

export { expect } from '@playwright/test';

export type Language = 'nl' | 'en';
export const LANGUAGES: readonly Language[] = ['nl', 'en'];

interface Fixtures {
  /** Language of the browser; `test.use({ language: 'en' })` in a describe block */
  language: Language;
  /** Words that are not in the web app, such as of a mail, in the language of this test: `say('Aanmelden', 'Register')` */
  say: (nl: string, en: string) => string;
  /** A text of the web app, by its Dutch words, in the language of this test: `text('Meld je aan')` */
  text: Text;
  /** A server of this test's own, with the demo organisations */
  server: Server;
  mailbox: Mailbox;
  faults: Faults;
  /** Opens another browser: somebody else, with own cookies and storage, watched like the first */
  otherBrowser: () => Promise<Page>;
  /** Keeps a picture as test-results/screens/<story>-<width>-<language>.png, when somebody is going to look (E2E_PICTURES) */
  picture: (page: Page, story: string) => Promise<void>;
}

/**
 * The test of every story. Each test has its own database and server, and fails on an error in a browser console, an
 * uncaught exception, and a page that scrolls sideways at the end.
 */
export const test = base.extend<Fixtures>({
  language: ['nl', { option: true }],
  locale: async ({ language }, use) => use(language === 'nl' ? 'nl-NL' : 'en-GB'),
  say: async ({ language }, use) => use((nl, en) => (language === 'nl' ? nl : en)),
  text: async ({ language }, use) => use(textIn(language)),

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the wanted fixtures from this pattern
  server: async ({}, use, testInfo) => {
    const server = await startServer();
    await use(server);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('server.log', { body: await server.log(), contentType: 'text/plain' });
    }
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.url),
  mailbox: async ({ server }, use) => use(new Mailbox(server.url)),

  faults: [
    async ({ context, language }, use) => {
      const faults = new Faults();
      faults.watch(context);
      await choose(context, language);
      await use(faults);
      for (const page of context.pages()) await expectNoSidewaysScroll(page);
      faults.check();
    },
    { auto: true },
  ],

  otherBrowser: async (
    { browser, contextOptions, baseURL, locale, language, viewport, deviceScaleFactor, isMobile, hasTouch, faults },
    use,
  ) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({
        ...contextOptions,
        ...(baseURL ? { baseURL } : {}),
        ...(locale ? { locale } : {}),
        ...(deviceScaleFactor ? { deviceScaleFactor } : {}),
        viewport,
        isMobile,
        hasTouch,
        timezoneId: 'Europe/Amsterdam',
      });
      faults.watch(context);
      await choose(context, language);
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) {
      for (const page of context.pages()) await expectNoSidewaysScroll(page);
      await context.close();
    }
  },

  picture: async ({ language }, use, testInfo) => {
    const folder = join(testInfo.config.rootDir, '../../test-results/screens');
    await use(async (page, story) => {
      if (!process.env.E2E_PICTURES) return;
      await mkdir(folder, { recursive: true });
      const width = page.viewportSize()?.width ?? 0;
      await page.screenshot({ path: join(folder, `${story}-${width}-${language}.png`), fullPage: true });
    });
  },
});

/** The language was chosen on this device before, so that the language of a demo account does not change it. */
async function choose(context: BrowserContext, language: Language): Promise<void> {
  await context.addInitScript((chosen) => {
    if (location.protocol.startsWith('http')) localStorage.setItem('vliegwiel.language', chosen);
  }, language);
}

import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const DARK_RULES = ['color-contrast', 'link-in-text-block'];

/** The page, once it has its heading, has no axe violation, light and dark, and does not scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1').first(), `a heading on ${page.url()}`).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    // in the page itself, twice as quick as in a page of its own; that is for frames of other sites, and there are none
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    // darkness changes colours and nothing else
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(DARK_RULES) : axe.withTags(RULES)).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      at: nodes.map((node) => `${node.target.join(' ')} — ${node.failureSummary ?? ''}`),
    }));
    expect(found, `axe, ${colorScheme}, ${page.url()}`).toEqual([]);
  }
  await expectNoSidewaysScroll(page);
}

/** Colours that are on their way to others have arrived; what turns for ever is not waited for. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
  });
}

/** The page is not wider than the screen. On a phone `innerWidth` grows with the page, so the set width is the measure. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const needed = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(needed, `width of ${page.url()}`).toBeLessThanOrEqual(width);
}

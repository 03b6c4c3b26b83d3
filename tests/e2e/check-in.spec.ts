import { expectAccessible } from './support/accessibility';
import { Caller } from './support/api';
import type { List, Meeting } from './support/api';
import { SYMPOSIUM } from './support/demo';
import { addressOf, signIn } from './support/sign-in';
import { expect, LANGUAGES, test } from './support/test';
import { beginsWith, within } from './support/texts';

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test(`a symposium is held: 49 of 68 are checked in at the door ${language === 'nl' ? '@both' : ''}`, async ({
      page,
      text,
      server,
      otherBrowser,
      picture,
    }) => {
      const { id } = await symposium(server.url);
      await signIn(page, 'kerngroep', 'drenthe');
      await page.goto(`/drenthe/bijeenkomsten/${id}`);
      await page.getByRole('link', { name: text('Check mensen in') }).click();
      const counter = page.getByRole('status').filter({ hasText: /68/ });
      const list = page.getByRole('list', { name: text('Mensen op de lijst') });
      const expected = list.getByRole('button', { name: beginsWith(text('Check in:')) });
      await expect(counter).toHaveText(
        within(text('<0>{attended}</0> van {registered} binnen', { attended: 45, registered: 68 })),
      );
      await expectAccessible(page);
      await picture(page, 'check-in-door');

      await test.step('one press lets someone in, and a mistake is undone', async () => {
        await expected.first().click();
        await expect(counter).toContainText('46');
        await page.getByRole('radio', { name: text('Binnen') }).check();
        await expectAccessible(page);
        await list
          .getByRole('button', { name: beginsWith(text('Ongedaan maken: {0}')) })
          .last()
          .click();
        await expect(counter).toContainText('45');
        await page.getByRole('radio', { name: text('Nog niet binnen') }).check();
      });

      await test.step('a name is found by its letters', async () => {
        const words = (await expected.last().innerText()).split('\n').at(-1)?.trim() ?? '';
        await page.getByRole('searchbox', { name: text('Zoek op naam') }).fill(words.slice(-8));
        await expect(expected).toHaveCount(1);
        await expected.click();
        await expect(counter).toContainText('46');
        for (const inside of [47, 48, 49]) {
          await expected.first().click();
          await expect(counter).toContainText(String(inside));
        }
        await picture(page, 'check-in-49');
      });

      await test.step('the meeting is over', async () => {
        await page.goto(`/drenthe/netwerken/politiek-netwerk-drenthe/beheer/bijeenkomsten/${id}`);
        await expectAccessible(page);
        await page.getByRole('button', { name: text('De bijeenkomst is geweest') }).click();
        const dialog = page.getByRole('dialog');
        await expect(dialog).toContainText(/68.*49/);
        await expectAccessible(page);
        await dialog.getByRole('button', { name: text('Rond af') }).click();
        await expect(dialog).toBeHidden();
        await expect(page.getByText(/72\s?%/)).toBeVisible();
        await picture(page, 'check-in-held');
      });

      await test.step('everyone can read how many came', async () => {
        const visitor = await otherBrowser();
        await visitor.goto(`/drenthe/bijeenkomsten/${id}`);
        await expect(visitor.getByText(text('Aangemeld: {0}. Daarvan gekomen: {1}.', { 0: 68, 1: 49 }))).toBeVisible();
        await expectAccessible(visitor);
      });
      expect(await symposium(server.url, 'held')).toMatchObject({ registered: 68, attended: 49, state: 'held' });
    });
  });
}

async function symposium(serverUrl: string, state = 'published'): Promise<Meeting> {
  const caller = await Caller.signIn(serverUrl, addressOf('kerngroep', 'drenthe'));
  const path = `/organizations/drenthe/meetings?state=${state}&q=${encodeURIComponent(SYMPOSIUM.title)}`;
  const { items } = await caller.read<List<Meeting>>(path);
  const found = items.find(({ title }) => title === SYMPOSIUM.title);
  if (!found) throw new Error(`the demo has no symposium “${SYMPOSIUM.title}”`);
  return found;
}

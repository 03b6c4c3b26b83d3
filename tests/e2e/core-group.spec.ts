import { expectAccessible } from './support/accessibility';
import { SMALLEST_CORE_GROUP } from './support/demo';
import { addressOf, signIn, signInAs } from './support/sign-in';
import { expect, LANGUAGES, test } from './support/test';
import { within } from './support/texts';

const { network, name, member } = SMALLEST_CORE_GROUP;

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test(`a core group falls below four, and the office sees why ${language === 'nl' ? '@both' : ''}`, async ({
      page,
      text,
      mailbox,
      otherBrowser,
      picture,
    }) => {
      const office = await otherBrowser();
      await signIn(office, 'kantoor', 'netwerkpartij');
      await office.goto('/netwerkpartij/kantoor');
      const reasons = office.getByRole('list', { name: text('Waarom kijken naar {0}', { 0: name }) });
      const tooSmall = within(text('Kerngroep te klein: {now} van minstens {goal}', { now: 3, goal: 4 }));
      await expect(office.getByRole('link', { name })).toBeVisible();
      await expect(reasons.getByRole('link', { name: tooSmall })).toHaveCount(0);

      await test.step('one of the four leaves the network', async () => {
        await signInAs(page, member, 'netwerkpartij');
        await page.goto(`/netwerkpartij/netwerken/${network}`);
        await page.getByRole('button', { name: text('Ga uit dit netwerk') }).click();
        const dialog = page.getByRole('dialog');
        await expectAccessible(page);
        await picture(page, 'core-group-leaving');
        await dialog.getByRole('button', { name: text('Ga uit dit netwerk') }).click();
        await expect(dialog).toBeHidden();
        await expect(page.getByRole('link', { name: text('Beheer dit netwerk') })).toBeHidden();
      });

      await test.step('the office reads the reason, and where to go', async () => {
        await mailbox.message(addressOf('kantoor', 'netwerkpartij'), /^De kerngroep zoekt mensen/);
        await office.reload();
        await expect(reasons.getByRole('link', { name: tooSmall })).toBeVisible();
        await expectAccessible(office);
        await picture(office, 'core-group-office');
        await reasons.getByRole('link', { name: tooSmall }).click();
        await expect(office).toHaveURL(new RegExp(network));
        await expect(office.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(office);
        await picture(office, 'core-group-positions');
      });
    });
  });
}

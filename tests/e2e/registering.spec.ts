import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { Caller } from './support/api';
import type { List, Meeting } from './support/api';
import { LAST_SEAT } from './support/demo';
import { addressOf, signIn } from './support/sign-in';
import { expect, LANGUAGES, test } from './support/test';
import { beginsWith, within } from './support/texts';
import type { Text } from './support/texts';

const REGION = '/vrouwenraad/netwerken/regionetwerk-zelfstandig-en-sterk';
const GUEST = { name: 'Jantine Oosterhof-Bah', email: 'jantine.oosterhof@post.example' } as const;

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test('a member and a guest of a meeting join a network', async ({ page, text, otherBrowser, picture }) => {
      await signIn(page, 'lid', 'vrouwenraad');
      await join(page, text);
      await picture(page, 'registering-joined');
      await test.step('leaving is one action, and can be undone', async () => {
        await page.getByRole('button', { name: text('Ga uit dit netwerk') }).click();
        await expect(page.getByRole('heading', { name: text('Doe mee') })).toBeVisible();
        await page.getByRole('button', { name: text('Toch niet') }).click();
        await expect(page.getByText(text('Je bent lid van dit netwerk'))).toBeVisible();
      });

      const guest = await otherBrowser();
      await signIn(guest, 'gast', 'vrouwenraad');
      await join(guest, text);
    });

    test(`a guest takes the last seat, a member waits, and moves up when the guest cancels ${language === 'nl' ? '@both' : ''}`, async ({
      page,
      text,
      say,
      server,
      mailbox,
      otherBrowser,
      picture,
    }) => {
      const { id } = await lastSeat(server.url);
      const meeting = `/drenthe/bijeenkomsten/${id}`;

      await test.step('a guest fills in a name and an address', async () => {
        await page.goto(`/drenthe/bijeenkomsten?zoek=${encodeURIComponent(LAST_SEAT.title)}`);
        await expectAccessible(page);
        await picture(page, 'registering-agenda');
        await page.getByRole('main').getByRole('link', { name: LAST_SEAT.title }).first().click();
        await expect(page).toHaveURL(new RegExp(`${meeting}$`));
        await expectAccessible(page);
        await page.getByRole('button', { name: beginsWith(text('Meld je aan')) }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel(text('Naam')).fill(GUEST.name);
        await dialog.getByLabel(text('E-mailadres')).fill(GUEST.email);
        await dialog
          .getByLabel(text('Het netwerk mag mijn naam en e-mailadres gebruiken voor deze bijeenkomst'))
          .check();
        await expectAccessible(page);
        await picture(page, 'registering-guest');
        await dialog.getByRole('button', { name: text('Meld me aan') }).click();
        await expect(dialog.getByText(GUEST.email)).toBeVisible();
        await dialog
          .getByRole('button', { name: text('Sluiten') })
          .last()
          .click();
      });

      await test.step('the guest follows the link in the mail', async () => {
        const subject = say('Bevestig je aanmelding voor', 'Confirm your registration for');
        await page.goto(await mailbox.link(GUEST.email, new RegExp(`^${subject}`), /\/aanmelding#/));
        await expectAccessible(page);
        await page.getByRole('button', { name: text('Ja, ik kom') }).click();
        await expect(page.getByText(text('Je bent aangemeld'))).toBeVisible();
        await expectAccessible(page);
        await picture(page, 'registering-confirmed');
      });

      const member = await otherBrowser();
      await signIn(member, 'lid', 'drenthe');
      await test.step('a member comes on the waitlist', async () => {
        await member.goto(meeting);
        await member.getByRole('button', { name: beginsWith(text('Zet me op de wachtlijst')) }).click();
        const dialog = member.getByRole('dialog');
        await expectAccessible(member);
        await dialog.getByRole('button', { name: text('Zet me op de wachtlijst') }).click();
        await expect(member.getByText(text('Je bent nummer {place} op de wachtlijst', { place: 1 }))).toBeVisible();
        await expectAccessible(member);
        await picture(member, 'registering-waitlisted');
        await mailbox.message(addressOf('lid', 'drenthe'), /^Je staat op de wachtlijst voor/);
      });

      await test.step('the guest cancels with the link in the mail', async () => {
        const subject = say('Je bent aangemeld voor', 'You are registered for');
        await page.goto(await mailbox.link(GUEST.email, new RegExp(`^${subject}`), /\/aanmelding\/afzeggen#/));
        await page.getByRole('button', { name: text('Ja, meld me af') }).click();
        await expect(page.getByText(text('Je bent afgemeld'))).toBeVisible();
        await expectAccessible(page);
      });

      await test.step('the member has moved up, and reads it in the mail', async () => {
        await mailbox.message(addressOf('lid', 'drenthe'), /^Er is plek voor je op/);
        await member.reload();
        await expect(member.getByText(text('Je bent aangemeld')).first()).toBeVisible();
        await member.goto('/drenthe/mijn');
        await expect(member.getByRole('link', { name: LAST_SEAT.title })).toBeVisible();
        await expectAccessible(member);
        await picture(member, 'registering-mine');
      });
      expect(await lastSeat(server.url)).toMatchObject({ registered: LAST_SEAT.capacity, waitlisted: 0 });
    });
  });
}

async function join(page: Page, text: Text): Promise<void> {
  await test.step('someone supports the purpose and joins', async () => {
    await page.goto(REGION);
    await expectAccessible(page);
    await page.getByLabel(within(text('Ik steun het doel van dit netwerk'))).check();
    await page.getByRole('button', { name: text('Word lid') }).click();
    await expect(page.getByText(text('Je bent lid van dit netwerk'))).toBeVisible();
    await expectAccessible(page);
  });
}

async function lastSeat(serverUrl: string): Promise<Meeting> {
  const kerngroep = await Caller.signIn(serverUrl, addressOf('kerngroep', 'drenthe'));
  const path = `/organizations/drenthe/meetings?state=published&q=${encodeURIComponent(LAST_SEAT.title)}`;
  const { items } = await kerngroep.read<List<Meeting>>(path);
  const found = items.find(({ title, capacity }) => title === LAST_SEAT.title && capacity === LAST_SEAT.capacity);
  if (!found) throw new Error(`the demo has no meeting “${LAST_SEAT.title}” with ${LAST_SEAT.capacity} seats`);
  return found;
}

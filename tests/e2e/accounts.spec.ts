import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { addressOf, demoPassword, signIn } from './support/sign-in';
import { expect, LANGUAGES, test } from './support/test';
import { beginsWith } from './support/texts';

const PASSWORD = 'paarse-trampoline-zeven-oesters';
/** What confirming without a password is answered with, for an account that has none yet */
const A_PASSWORD_IS_NEEDED = /status of 4\d\d .*accounts\/confirmations/;
const NEWCOMER = { name: 'Ottilie Vermast-Diallo', email: 'ottilie.vermast@post.example' } as const;

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test(`someone registers, confirms, and the office says yes ${language === 'nl' ? '@both' : ''}`, async ({
      page,
      text,
      say,
      mailbox,
      otherBrowser,
      picture,
      faults,
    }) => {
      faults.expect(A_PASSWORD_IS_NEEDED);
      await page.goto('/netwerkpartij/registreren');
      await expectAccessible(page);
      await page.getByLabel(text('Je naam')).fill(NEWCOMER.name);
      await page.getByLabel(text('E-mailadres')).fill(NEWCOMER.email);
      await page.getByLabel(text('Ja, ik ben lid')).check();
      await page.getByRole('button', { name: text('Maak mijn account') }).click();
      await expect(page.getByRole('heading', { name: text('Kijk in je mail') })).toBeVisible();
      await expectAccessible(page);

      const subject = new RegExp(say('Bevestig je e-mailadres', 'Confirm your e-mail address'));
      await page.goto(await mailbox.link(NEWCOMER.email, subject, /#/));
      await expectAccessible(page);
      await page.getByRole('button', { name: text('Ja, dit is mijn e-mailadres') }).click();
      await page.getByLabel(text('Wachtwoord')).fill(PASSWORD);
      await expectAccessible(page);
      await page.getByRole('button', { name: text('Bewaar en log in') }).click();
      await expect(page.getByRole('heading', { name: text('Welkom bij {organizationName}') })).toBeVisible();
      await expectAccessible(page);
      await picture(page, 'accounts-welcome');

      const office = await otherBrowser();
      await signIn(office, 'kantoor', 'netwerkpartij');
      await office.goto('/netwerkpartij/kantoor/personen/aanvragen');
      const request = office.getByRole('listitem').filter({ hasText: NEWCOMER.name });
      await request.getByRole('button', { name: text('Ja, dit is een lid') }).click();
      await expect(request).toBeHidden();
      await mailbox.message(
        NEWCOMER.email,
        new RegExp(
          say(
            'Je aanvraag is goedgekeurd|Antwoord op je aanvraag',
            'Your request was approved|An answer to your request',
          ),
        ),
      );
    });

    test('someone who forgot the password chooses another', async ({ page, text, mailbox, picture, faults }) => {
      // nobody was signed in on this device
      faults.expect(/status of 401 .*sessions\/current/);
      const address = addressOf('lid', 'drenthe');
      await page.goto('/drenthe/inloggen');
      await page.getByRole('link', { name: text('Wachtwoord vergeten?') }).click();
      await expectAccessible(page);
      await page.getByLabel(text('E-mailadres')).fill(address);
      await page.getByRole('button', { name: text('Stuur mij een link') }).click();
      await expect(page.getByRole('heading', { name: text('Kijk in je mail') })).toBeVisible();

      await page.goto(await mailbox.link(address, /Kies een nieuw wachtwoord/, /#/));
      await expectAccessible(page);
      await page.getByLabel(text('Wachtwoord')).fill(PASSWORD);
      await page.getByRole('button', { name: text('Bewaar mijn wachtwoord') }).click();
      await expect(page.getByRole('heading', { name: text('Je nieuwe wachtwoord is bewaard') })).toBeVisible();
      await expectAccessible(page);
      await picture(page, 'accounts-password');
      await page.getByRole('button', { name: text('Inloggen') }).click();
      await enter(page, address, PASSWORD);
      await expect(page).not.toHaveURL(/inloggen/);
      await mailbox.message(address, /^Je wachtwoord is veranderd/);
    });

    test('someone whom the office invites accepts with the link', async ({
      page,
      text,
      mailbox,
      otherBrowser,
      picture,
      faults,
    }) => {
      faults.expect(A_PASSWORD_IS_NEEDED);
      await signIn(page, 'kantoor', 'drenthe');
      await page.goto('/drenthe/kantoor/personen');
      await page.getByRole('button', { name: text('Nodig iemand uit') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(text('Naam')).fill(NEWCOMER.name);
      await dialog.getByLabel(text('E-mailadres')).fill(NEWCOMER.email);
      await dialog.getByLabel(text('Lid'), { exact: true }).check();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: text('Stuur de uitnodiging') }).click();
      await expect(dialog).toBeHidden();
      await page.goto('/drenthe/kantoor/personen/uitnodigingen');
      await expect(page.getByText(NEWCOMER.name)).toBeVisible();

      const invited = await otherBrowser();
      await invited.goto(await mailbox.link(NEWCOMER.email, /./, /\/uitnodiging#/));
      await expectAccessible(invited);
      await picture(invited, 'accounts-invitation');
      await invited.getByRole('button', { name: text('Neem de uitnodiging aan') }).click();
      await invited.getByLabel(text('Wachtwoord')).fill(PASSWORD);
      await invited.getByRole('button', { name: text('Bewaar en log in') }).click();
      await expect(invited.getByRole('heading', { name: text('Welkom bij {organizationName}') })).toBeVisible();
      await invited.getByRole('link', { name: text('Naar mijn pagina') }).click();
      await expect(invited.getByRole('heading', { level: 1 })).toBeVisible();
    });

    // a phone has no keyboard of its own
    test('signing in and registering for a meeting need no mouse @desktop', async ({ page, text }) => {
      await page.goto('/drenthe/inloggen');
      await tabTo(page, page.getByLabel(text('E-mailadres')));
      await page.keyboard.type(addressOf('lid', 'drenthe'));
      await tabTo(page, page.getByLabel(text('Wachtwoord')));
      await page.keyboard.type(demoPassword());
      await page.keyboard.press('Enter');
      await expect(page).not.toHaveURL(/inloggen/);

      await page.goto('/drenthe/bijeenkomsten');
      const register = page
        .getByRole('main')
        .getByRole('button', { name: beginsWith(text('Meld je aan')) })
        .first();
      await tabTo(page, register);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await test.step('Escape closes the dialog, and the focus is back where it was', async () => {
        await page.keyboard.press('Escape');
        await expect(dialog).toBeHidden();
        await expect(register).toBeFocused();
        await page.keyboard.press('Enter');
      });
      await tabTo(page, dialog.getByRole('button', { name: text('Meld me aan') }));
      await page.keyboard.press('Enter');
      await expect(dialog).toBeHidden();
      await expect(page.getByText(text('Je bent aangemeld')).first()).toBeVisible();
    });
  });
}

async function enter(page: Page, address: string, password: string): Promise<void> {
  const main = page.getByRole('main');
  await main.getByLabel(/^e-mail/i).fill(address);
  await main.getByLabel(/^(wachtwoord|password)/i).fill(password);
  await main.getByRole('button', { name: /^(inloggen|sign in)$/i }).click();
}

/** Presses Tab until the focus is there; far too many times is a page that cannot be walked. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  await expect(target).toBeVisible();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached with the Tab key').toBeFocused();
}

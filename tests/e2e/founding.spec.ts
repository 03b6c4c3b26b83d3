import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessibility';
import { FOUNDERS } from './support/demo';
import { signIn, signInAs } from './support/sign-in';
import { expect, LANGUAGES, test } from './support/test';
import { beginsWith, within } from './support/texts';
import type { Text } from './support/texts';

const NETWORK = 'Netwerk open overheid';
const PURPOSE = 'Inwoners en ambtenaren zoeken samen naar een overheid die uitlegt wat zij doet.';
const SHARED = 'We hebben allemaal wel eens een brief van de overheid gekregen die we niet begrepen.';
const ACTIVITIES = 'Drie avonden in drie steden, en een wedstrijd voor de duidelijkste brief.';
const MONTHLY = 'We overleggen elke maand een uur.';
const TWO_CHAIRS = 'We hebben twee voorzitters, die elkaar afwisselen.';
const REMARK = 'Wie vervangt jullie als iemand ziek is?';
const CONDITION = 'Zoek binnen een half jaar een penningmeester.';

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });
    // Six people, each in a browser of their own, from the first word to the founded network
    test.setTimeout(400_000);

    test(`four members found a network together ${language === 'nl' ? '@both' : ''}`, async ({
      page,
      text,
      otherBrowser,
      mailbox,
      picture,
      faults,
    }) => {
      // two people write in the same section at once: the second is told so with 412
      faults.expect(/status of 412/);
      const [first, ...others] = FOUNDERS;
      await signInAs(page, first, 'vooruit');
      const plan = await beginPlan(page, text, picture);
      for (const address of FOUNDERS) await name(page, text, address);

      const second = await otherBrowser();
      await signInAs(second, others[0], 'vooruit');
      await test.step('who is named finds the plan', async () => {
        await second.goto('/vooruit/mijn');
        await expectAccessible(second);
        await second.getByRole('link', { name: text('Doe je mee in de kerngroep?') }).click();
        await expect(second).toHaveURL(new RegExp(`${plan}$`));
        const mail = await mailbox.messages(others[0]);
        expect(mail.some((message) => message.text.includes(NETWORK))).toBe(true);
      });

      await test.step('who says yes writes along', () => confirm(second, text));
      await writeTogether(page, second, text, picture);
      await write(page, text, 'Het eerste jaar', ACTIVITIES);

      const browsers = [page, second];
      for (const address of others.slice(1)) {
        const browser = await otherBrowser();
        await signInAs(browser, address, 'vooruit');
        await browser.goto(plan);
        browsers.push(browser);
      }
      await test.step('all four say yes, each from the own account', async () => {
        for (const browser of browsers) await confirm(browser, text);
      });
      await submit(page, text);
      await picture(page, 'founding-submitted');

      const office = await otherBrowser();
      await signIn(office, 'kantoor', 'vooruit');
      await test.step('the office returns the plan with a remark', async () => {
        await office.goto('/vooruit/kantoor/plannen');
        await expectAccessible(office);
        await office.getByRole('link', { name: NETWORK }).click();
        await review(office, text);
        const section = office.getByRole('region', { name: text('Hoe jullie het organiseren') });
        await section.getByRole('button', { name: beginsWith(text('Zet er een opmerking bij')) }).click();
        await section.getByLabel(text('Opmerking')).fill(REMARK);
        await section.getByRole('button', { name: text('Bewaar de opmerking') }).click();
        await expect(section.getByText(REMARK)).toBeVisible();
        await picture(office, 'founding-review');
        await office.getByRole('button', { name: text('Geef terug aan de indieners') }).click();
        const dialog = office.getByRole('dialog');
        await dialog.getByLabel(text('Wat moet er anders?')).fill('Vertel hoe jullie elkaar vervangen.');
        await expectAccessible(office);
        await dialog.getByRole('button', { name: text('Geef terug') }).click();
        await expect(dialog).toBeHidden();
        await mailbox.message(first, /^Je oprichtingsplan is terug/);
      });

      await test.step('the founders answer it, and say yes again', async () => {
        await page.goto(plan);
        await expect(page.getByText(REMARK)).toBeVisible();
        await expectAccessible(page);
        await picture(page, 'founding-returned');
        await write(
          page,
          text,
          'Hoe jullie het organiseren',
          `${MONTHLY} Is er iemand ziek, dan neemt een ander het over.`,
        );
        for (const browser of browsers) {
          await browser.goto(plan);
          await expect(browser.getByText(text('Het plan is veranderd. Doe je nog mee?'))).toBeVisible();
          await confirm(browser, text);
        }
        await submit(page, text);
      });

      await test.step('the office advises', async () => {
        await office.goto(plan);
        await review(office, text);
        await office.getByRole('button', { name: text('Stuur met advies naar het bestuur') }).click();
        const dialog = office.getByRole('dialog');
        await dialog
          .getByLabel(text('Advies aan het bestuur'))
          .fill('Positief: een brede kerngroep en een helder plan.');
        await dialog.getByRole('button', { name: text('Stuur naar het bestuur') }).click();
        await expect(dialog).toBeHidden();
      });

      const board = await otherBrowser();
      await signIn(board, 'bestuur', 'vooruit');
      await test.step('the board approves with a condition', async () => {
        await board.goto(plan);
        await expectAccessible(board);
        await board.getByRole('link', { name: text('Leg het besluit vast') }).click();
        await board.getByLabel(text('Ja, dit netwerk komt er')).check();
        await board
          .getByLabel(text('Waarom?'))
          .fill('Het past bij onze agenda, en de kerngroep weet waar het over gaat.');
        await board.getByLabel(text('Voorwaarden')).fill(CONDITION);
        await expectAccessible(board);
        await picture(board, 'founding-decision');
        await board.getByRole('button', { name: text('Leg het besluit vast') }).click();
        await expect(board.getByRole('heading', { name: text('Het bestuur zegt ja') })).toBeVisible();
        await expect(board.getByText(CONDITION)).toBeVisible();
        await mailbox.message(first, /^Het bestuur heeft besloten/);
      });

      await test.step('everyone can find the network, and its founders answer for it', async () => {
        const visitor = await otherBrowser();
        await visitor.goto('/vooruit/netwerken');
        await visitor.getByRole('link', { name: NETWORK }).click();
        await expect(visitor.getByRole('heading', { level: 1, name: NETWORK })).toBeVisible();
        await expect(visitor.getByText(PURPOSE).first()).toBeVisible();
        await expect(visitor.getByRole('link', { name: text('Beheer dit netwerk') })).toBeHidden();
        await expectAccessible(visitor);
        await picture(visitor, 'founding-network');
        await second.goto('/vooruit/netwerken/netwerk-open-overheid');
        await expect(second.getByRole('link', { name: text('Beheer dit netwerk') })).toBeVisible();
      });
    });
  });
}

async function beginPlan(
  page: Page,
  text: Text,
  picture: (page: Page, story: string) => Promise<void>,
): Promise<string> {
  return test.step('someone begins a plan', async () => {
    await page.goto('/vooruit/netwerk-starten');
    await expectAccessible(page);
    await picture(page, 'founding-start');
    await page.getByLabel(text('Naam van het netwerk')).fill(NETWORK);
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: text('Begin het plan') }).click();
    await expect(page).toHaveURL(/\/vooruit\/plannen\/[0-9a-f-]{36}$/);
    await expectAccessible(page);
    return new URL(page.url()).pathname;
  });
}

async function name(page: Page, text: Text, address: string): Promise<void> {
  await page.getByRole('button', { name: text('Vraag iemand') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(text('E-mailadres')).fill(address);
  await dialog.getByRole('button', { name: text('Vraag deze persoon') }).click();
  await expect(dialog).toBeHidden();
}

/** Two browsers: different sections both stay, and in the same section the second sees both texts. */
async function writeTogether(
  page: Page,
  second: Page,
  text: Text,
  picture: (page: Page, story: string) => Promise<void>,
): Promise<void> {
  await test.step('two people write in different sections at once', async () => {
    await section(page, text, 'Doel').fill(PURPOSE);
    await section(second, text, 'Thema of wat jullie delen').fill(SHARED);
    await Promise.all([keep(page, text, 'Doel'), keep(second, text, 'Thema of wat jullie delen')]);
    await expect(section(page, text, 'Thema of wat jullie delen')).toHaveValue(SHARED, { timeout: 20_000 });
    await expect(section(second, text, 'Doel')).toHaveValue(PURPOSE, { timeout: 20_000 });
  });

  await test.step('in the same section the second sees both texts, and loses neither', async () => {
    const organisation = 'Hoe jullie het organiseren';
    await section(page, text, organisation).fill(MONTHLY);
    await section(second, text, organisation).fill(TWO_CHAIRS);
    await keep(page, text, organisation);
    const region = second.getByRole('region', { name: text(organisation) });
    const merge = region.getByRole('button', { name: text('Zet ze onder elkaar') });
    await section(second, text, organisation).blur();
    await expect(merge).toBeVisible({ timeout: 20_000 });
    await expect(region.getByText(MONTHLY)).toBeVisible();
    await expect(region.getByText(TWO_CHAIRS).first()).toBeVisible();
    await expectAccessible(second);
    await picture(second, 'founding-conflict');
    await merge.click();
    await keep(second, text, organisation);
    await expect(section(page, text, organisation)).toHaveValue(
      new RegExp(`${TWO_CHAIRS}[^]*${MONTHLY}|${MONTHLY}[^]*${TWO_CHAIRS}`),
      {
        timeout: 20_000,
      },
    );
  });
}

function section(page: Page, text: Text, label: string) {
  return page.getByRole('region', { name: text(label) }).getByRole('textbox', { name: text(label) });
}

/** Keeps a section, as pressing the button does; the field was left for it, which keeps it as well. */
async function keep(page: Page, text: Text, label: string): Promise<void> {
  const region = page.getByRole('region', { name: text(label) });
  await section(page, text, label).blur();
  await expect(
    region.getByRole('status').filter({ hasText: within(text('Bewaard. Laatst gewijzigd door {0}, {when}')) }),
  ).toBeVisible();
}

async function write(page: Page, text: Text, label: string, words: string): Promise<void> {
  await section(page, text, label).fill(words);
  await keep(page, text, label);
}

async function confirm(page: Page, text: Text): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name: text('Ja, ik doe mee') }).click();
  await expect(page.getByText(text('Je doet mee als {0}'))).toBeVisible();
}

async function submit(page: Page, text: Text): Promise<void> {
  await test.step('the plan is handed in', async () => {
    await page.reload();
    await page.getByRole('button', { name: text('Dien het plan in') }).click();
    const dialog = page.getByRole('dialog');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: text('Dien in') }).click();
    await expect(page.getByText(text('Het plan is ingediend'))).toBeVisible();
  });
}

async function review(office: Page, text: Text): Promise<void> {
  await office.getByRole('button', { name: text('Neem in behandeling') }).click();
  await expect(office.getByRole('button', { name: text('Geef terug aan de indieners') })).toBeVisible();
}

import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/** The demo organisations */
export type Organization = 'netwerkpartij' | 'drenthe' | 'vooruit' | 'vrouwenraad';

/** Whom a demo account belongs to: party office, national board, core group, member, guest, administrator */
export type Role = 'kantoor' | 'bestuur' | 'kerngroep' | 'lid' | 'gast' | 'beheer';

/** The e-mail address of a demo account */
export function addressOf(role: Role, organization: Organization): string {
  return `${role}@${organization}.example`;
}

/** The one password of the demo accounts */
export function demoPassword(): string {
  const password = process.env.VLIEGWIEL_DEMO_PASSWORD;
  if (!password) throw new Error('VLIEGWIEL_DEMO_PASSWORD is not set: run the browser tests with "make e2e".');
  return password;
}

/** Signs a demo account in on the sign-in page of the organisation, as a person would. */
export async function signIn(page: Page, role: Role, organization: Organization): Promise<void> {
  await signInAs(page, addressOf(role, organization), organization);
}

/** Signs in with any address, for accounts that a story made itself with the demo password. */
export async function signInAs(page: Page, email: string, organization: Organization): Promise<void> {
  const path = `/${organization}/inloggen`;
  await page.goto(path);
  const main = page.getByRole('main');
  await main.getByLabel(/^e-mail/i).fill(email);
  await main.getByLabel(/^(wachtwoord|password)/i).fill(demoPassword());
  await main.getByRole('button', { name: /^(inloggen|sign in)$/i }).click();
  await expect(page, 'leaves the sign-in page').not.toHaveURL((url) => url.pathname === path);
}

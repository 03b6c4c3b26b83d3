import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { session } from '@/app/session';
import { stubApi } from '@/test/api';
import { anOrganization, renderScreen } from '@/test/screen';
import { SignInPage } from './SignInPage';

const open = 'POST /api/v1/sessions';

async function signIn(email: string, password: string) {
  await userEvent.type(screen.getByLabelText('E-mailadres'), email);
  await userEvent.type(screen.getByLabelText('Wachtwoord'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Inloggen' }));
}

describe('signing in', () => {
  afterEach(() => localStorage.clear());

  it('opens a session with what was typed, spaces in the password included', async () => {
    const body = { sessionId: 'a', accessToken: 'token', expiresAt: '2026-01-05T09:05:00Z' };
    const requests = stubApi({ [open]: { status: 201, body } });
    renderScreen(<SignInPage />, anOrganization());

    await signIn(' lid@drenthe.example ', ' vier losse woorden ');

    expect(await requests[0]?.json()).toEqual({ email: 'lid@drenthe.example', password: ' vier losse woorden ' });
    expect(session.status()).toBe('signed-in');
  });

  it('says what to do when it did not work, in the words of the API', async () => {
    const problem = { title: 'Inloggen is niet gelukt', detail: 'Probeer het opnieuw.', status: 401, type: '' };
    stubApi({ [open]: { status: 401, body: problem } });
    renderScreen(<SignInPage />, anOrganization());

    await signIn('lid@drenthe.example', 'verkeerd');

    expect((await screen.findByRole('alert')).textContent).toContain('Inloggen is niet gelukt');
  });

  it('shows the password on request', async () => {
    stubApi({});
    renderScreen(<SignInPage />, anOrganization());

    await userEvent.click(screen.getByRole('checkbox', { name: 'Laat zien wat ik typ' }));

    expect(screen.getByLabelText('Wachtwoord').getAttribute('type')).toBe('text');
  });
});

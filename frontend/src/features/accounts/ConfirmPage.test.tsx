import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { stubApi } from '@/test/api';
import { anOrganization, renderScreen } from '@/test/screen';
import { ConfirmPage } from './ConfirmPage';

const confirm = 'POST /api/v1/accounts/confirmations';
const confirmed = { organization: 'drenthe', organizationName: 'Drenthe', email: 'jantje@voorbeeld.example' };
const passwordMissing = {
  status: 400,
  body: {
    type: '/problems/house/invalid-input',
    title: 'Niet alles klopt',
    status: 400,
    errors: [{ pointer: '/password', code: 'missing', detail: 'Kies een wachtwoord.' }],
  },
};

async function open(token: string) {
  location.hash = token;
  renderScreen(<ConfirmPage />, anOrganization());
}

async function press(name: string) {
  await userEvent.click(screen.getByRole('button', { name }));
}

describe('the link in the mail after registering', () => {
  afterEach(() => {
    location.hash = '';
    localStorage.clear();
  });

  it('does nothing until someone presses the button, because mail programs open links too', async () => {
    const requests = stubApi({ [confirm]: { body: confirmed } });

    await open('geheim');

    expect(requests).toHaveLength(0);
  });

  it('welcomes who has a password already, and leads to signing in', async () => {
    const requests = stubApi({ [confirm]: { body: confirmed } });
    await open('geheim');

    await press('Ja, dit is mijn e-mailadres');

    expect(await screen.findByRole('heading', { name: 'Welkom bij Drenthe' })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Inloggen' }).getAttribute('href')).toBe('/drenthe/inloggen');
    expect(await requests[0]?.json()).toEqual({ token: 'geheim' });
  });

  it('asks who has none for a password, and signs in with it', async () => {
    const bodies: unknown[] = [];
    stubApi({
      [confirm]: () => (bodies.length > 0 ? { body: confirmed } : passwordMissing),
      'POST /api/v1/sessions': { status: 201, body: { sessionId: 'a', accessToken: 'token', expiresAt: '' } },
    });
    await open('geheim');

    await press('Ja, dit is mijn e-mailadres');
    await userEvent.type(await screen.findByLabelText('Wachtwoord'), 'vier losse woorden hier');
    bodies.push('asked once');
    await press('Bewaar en log in');

    expect(await screen.findByRole('link', { name: 'Naar mijn pagina' })).toBeDefined();
  });

  it('says what to do when the link was cut off', async () => {
    stubApi({});

    await open('');

    expect(screen.getByRole('link', { name: 'Vraag een nieuwe link aan' })).toBeDefined();
  });
});

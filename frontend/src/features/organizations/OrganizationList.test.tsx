import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { stubApi } from '@/test/api';
import { anOrganization, renderScreen } from '@/test/screen';
import { OrganizationList } from './OrganizationList';

describe('the list of organisations', () => {
  it('leads to the start page of each organisation', async () => {
    stubApi({ 'GET /api/v1/organizations': { body: { items: [anOrganization()], next: null } } });

    renderScreen(<OrganizationList />);

    const link = await screen.findByRole('link', { name: 'Politiek Netwerk Drenthe' });
    expect(link.getAttribute('href')).toBe('/drenthe');
    expect(screen.getByText('Burgernetwerk')).toBeDefined();
  });

  it('shows the next page below the first', async () => {
    const second = anOrganization({ slug: 'vooruit', name: 'Vooruit' });
    stubApi({
      'GET /api/v1/organizations': { body: { items: [anOrganization()], next: 'abc' } },
      'GET /api/v1/organizations?cursor=abc': { body: { items: [second], next: null } },
    });
    renderScreen(<OrganizationList />);

    await userEvent.click(await screen.findByRole('button', { name: 'Toon meer' }));

    expect(await screen.findByRole('link', { name: 'Vooruit' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Toon meer' })).toBeNull();
  });

  it('says what happens next where there is none', async () => {
    stubApi({ 'GET /api/v1/organizations': { body: { items: [], next: null } } });

    renderScreen(<OrganizationList />);

    expect(await screen.findByRole('heading', { name: 'Hier staat nog geen organisatie' })).toBeDefined();
  });
});

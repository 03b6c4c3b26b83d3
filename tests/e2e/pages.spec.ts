import { expectAccessible } from './support/accessibility';
import { Caller } from './support/api';
import type { List, Meeting } from './support/api';
import { addressOf, signIn } from './support/sign-in';
import type { Organization, Role } from './support/sign-in';
import { expect, LANGUAGES, test } from './support/test';

interface Visit {
  readonly who: Role | 'visitor';
  readonly organization: Organization;
  readonly paths: readonly string[];
}

const VISITS: readonly Visit[] = [
  {
    who: 'visitor',
    organization: 'drenthe',
    paths: [
      '/',
      '',
      '/netwerken',
      '/netwerken/politiek-netwerk-drenthe',
      '/bijeenkomsten',
      '/bijeenkomsten?wanneer=geweest',
      '/inloggen',
    ],
  },
  {
    who: 'visitor',
    organization: 'vooruit',
    paths: [
      '',
      '/netwerken',
      '/netwerken/v-m-sociale-innovatie',
      '/netwerk-starten',
      '/registreren',
      '/wachtwoord-vergeten',
      '/wachtwoord-kiezen',
    ],
  },
  {
    who: 'visitor',
    organization: 'vrouwenraad',
    paths: [
      '',
      '/netwerken/vrouwenpodium',
      '/bevestigen',
      '/uitnodiging',
      '/aanmelding',
      '/aanmelding/afzeggen',
      '/is-er-niet',
    ],
  },
  {
    who: 'lid',
    organization: 'netwerkpartij',
    paths: ['', '/mijn', '/mijn/account', '/netwerken/lhbtiq-netwerk', '/netwerk-starten'],
  },
  {
    who: 'kerngroep',
    organization: 'netwerkpartij',
    paths: ['leden', 'functies', 'werkgroepen', 'bijeenkomsten', 'bijeenkomsten/nieuw', 'doelen', 'evaluatie'].map(
      (part) => `/netwerken/netwerk-zorg/beheer/${part}`,
    ),
  },
  {
    who: 'kantoor',
    organization: 'netwerkpartij',
    paths: ['', '/plannen', '/personen', '/personen/aanvragen', '/personen/uitnodigingen', '/netwerken/toevoegen'].map(
      (part) => `/kantoor${part}`,
    ),
  },
  {
    who: 'bestuur',
    organization: 'netwerkpartij',
    paths: ['/mijn', '/kantoor', '/kantoor/plannen'],
  },
  {
    who: 'beheer',
    organization: 'vrouwenraad',
    paths: ['/kantoor/instellingen', '/mijn'],
  },
];

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    for (const { who, organization, paths } of VISITS) {
      test(`pages for ${who} of ${organization} are accessible`, async ({ page, faults, picture }) => {
        // an address without a page, and a link without its secret
        faults.expect(/status of 404/);
        if (who !== 'visitor') await signIn(page, who, organization);
        for (const path of paths) {
          const address = path === '/' ? path : `/${organization}${path}`;
          await test.step(address, async () => {
            await page.goto(address);
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
            await expect(page).toHaveTitle(/\S/);
            await expect(page.locator('html')).toHaveAttribute('lang', language);
            await page.waitForLoadState('networkidle');
            await expectAccessible(page);
            await picture(page, `page-${who}${address.replaceAll(/[/?=]+/g, '-')}`);
          });
        }
      });
    }

    test('an organisation that is not there costs one request, and leads on @desktop', async ({
      page,
      text,
      faults,
    }) => {
      faults.expect(/status of 404/);
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/api/v1/')) asked.push(new URL(request.url()).pathname);
      });
      await page.goto('/bestaat-niet/bijeenkomsten');
      await expect(
        page.getByRole('heading', {
          level: 1,
          name: text('Deze organisatie kennen we niet'),
        }),
      ).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(asked).toEqual(['/api/v1/organizations/bestaat-niet']);
      await expectAccessible(page);
      await page.getByRole('link', { name: text('Kies je organisatie') }).click();
      await expect(page).toHaveURL('/');
    });

    test('the pages of things are accessible: a plan in each state once handed in, an evaluation, a person, a meeting', async ({
      page,
      server,
      picture,
    }) => {
      const office = await Caller.signIn(server.url, addressOf('kantoor', 'netwerkpartij'));
      const of = '/organizations/netwerkpartij';
      const plans = await office.read<List<{ id: string; state: string }>>(`${of}/founding-plans?pageSize=100`);
      const persons = await office.read<List<{ id: string }>>(`${of}/persons?pageSize=1`);
      const evaluations = await office.read<List<{ id: string }>>(`${of}/evaluations?pageSize=1`);
      const meetings = await office.read<List<Meeting>>(`${of}/meetings?pageSize=1&state=held`);
      const onePerState = new Map(plans.items.map(({ id, state }) => [state, id]));
      const addresses = [
        ...[...onePerState.values()].map((id) => `/plannen/${id}`),
        ...persons.items.map(({ id }) => `/kantoor/personen/${id}`),
        ...evaluations.items.map(({ id }) => `/evaluaties/${id}`),
        ...meetings.items.map(({ id }) => `/bijeenkomsten/${id}`),
      ];
      await signIn(page, 'kantoor', 'netwerkpartij');
      for (const [index, address] of addresses.entries()) {
        await test.step(address, async () => {
          await page.goto(`/netwerkpartij${address}`);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          await page.waitForLoadState('networkidle');
          await expectAccessible(page);
          await picture(page, `thing-${index}-${address.split('/')[1] ?? ''}`);
        });
      }
    });
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './support/accessibility';
import { Caller } from './support/api';
import { addressOf, signIn } from './support/sign-in';
import { expect, LANGUAGES, test } from './support/test';

/** Every operation of the API, by method and path, as the document that is checked in has them */
interface Door {
  readonly method: string;
  readonly path: string;
}

/** Real ids of the Netwerkpartij, by the name of the parameter that takes them */
type Keys = Readonly<Record<string, readonly string[]>>;

const THEIRS = 'netwerkpartij';
/** Open to everyone, or about one's own account */
const OPEN =
  /guest-registrations|self-registrations|^\/api\/v1\/(accounts|sessions|areas)|^\/api\/v1\/organizations(\/\{organization\})?$/;

/** What a path cannot do without */
const ASKED: Readonly<Record<string, string>> = {
  '/api/v1/organizations/{organization}/meeting-statistics': '?from=2026-01-01T00:00:00Z&before=2030-01-01T00:00:00Z',
};

// the API has no width
test('someone of another organisation finds nothing behind any operation of the API @both @desktop', async ({
  server,
}) => {
  const office = await Caller.signIn(server.url, addressOf('kantoor', THEIRS));
  const coreGroup = await Caller.signIn(server.url, addressOf('kerngroep', THEIRS));
  const outsider = await Caller.signIn(server.url, addressOf('kantoor', 'drenthe'));
  const keys = await collect(office, coreGroup);
  const secrets = await secretsOf(office);

  const tried: string[] = [];
  for (const door of doors()) {
    for (const path of unlock(door.path, keys)) {
      const answer = await outsider.request(path, init(door.method));
      const body = await answer.text();
      const told = `${door.method} ${door.path}: ${answer.status} ${body.slice(0, 200)}`;
      expect(
        secrets.filter((secret) => body.includes(secret)),
        told,
      ).toEqual([]);
      if (door.method !== 'GET') expect(answer.status, told).toBeGreaterThanOrEqual(400);
      else if (answer.ok) expect(seen(body), told).toEqual(seen(await publicBody(server.url, path)));
      else expect([403, 404], told).toContain(answer.status);
      tried.push(told);
    }
  }
  expect(tried.length, 'doors tried').toBeGreaterThan(60);
});

for (const language of LANGUAGES) {
  test.describe(language, () => {
    test.use({ language });

    test('someone of another organisation finds nothing behind any page', async ({ page, server, faults, picture }) => {
      faults.expect(/status of (403|404)/);
      const office = await Caller.signIn(server.url, addressOf('kantoor', THEIRS));
      const coreGroup = await Caller.signIn(server.url, addressOf('kerngroep', THEIRS));
      const keys = await collect(office, coreGroup);
      const secrets = await secretsOf(office);
      await signIn(page, 'kerngroep', 'drenthe');

      for (const path of pages(keys)) {
        await page.goto(`/${THEIRS}${path}`);
        const heading = page.getByRole('heading', { level: 1 });
        await expect(heading, path).toBeVisible();
        // what is still on its way must not be missed
        await page.waitForLoadState('networkidle');
        const body = await page.locator('body').innerText();
        expect(
          secrets.filter((secret) => body.includes(secret)),
          path,
        ).toEqual([]);
        await expect(
          page.getByRole('main').getByRole('link').or(page.getByRole('main').getByRole('button')).first(),
        ).toBeVisible();
      }
      await expectAccessible(page);
      await picture(page, 'doors-closed');
    });
  });
}

function doors(): Door[] {
  const document = JSON.parse(readFileSync(join(__dirname, '../../openapi/openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const all = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => ({ method: method.toUpperCase(), path })),
  );
  return all.filter(({ path }) => !OPEN.test(path));
}

/** A path with every combination of real ids, two of each sort */
function unlock(path: string, keys: Keys): string[] {
  const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return wanted.reduce<string[]>(
    (paths, name) => {
      const ids = keys[name];
      if (!ids || ids.length === 0) throw new Error(`no key for {${name}} of ${path}`);
      return ids.slice(0, 2).flatMap((id) => paths.map((unlocked) => unlocked.replace(`{${name}}`, id)));
    },
    [path.replace('/api/v1', '') + (ASKED[path] ?? '')],
  );
}

function init(method: string): RequestInit {
  if (method === 'GET') return {};
  const headers = { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' };
  const asked = { 'if-match': '"1"', 'idempotency-key': crypto.randomUUID() };
  return { method, headers: { ...headers, ...asked }, ...(method === 'DELETE' ? {} : { body: '{}' }) };
}

/** What everyone may read there, without signing in; nothing at all in a list that is of oneself. */
async function publicBody(serverUrl: string, path: string): Promise<string> {
  const answer = await fetch(`${serverUrl}/api/v1${path}`);
  if (answer.status === 401) return JSON.stringify({ items: [] });
  expect(answer.status, `${path} is public`).toBe(200);
  return answer.text();
}

/** What a body tells, apart from what the reader may do with it */
function seen(body: string): unknown {
  return JSON.parse(body, (key: string, value: unknown) => (key === 'actions' || key === 'next' ? undefined : value));
}

async function collect(office: Caller, coreGroup: Caller): Promise<Keys> {
  const of = `/organizations/${THEIRS}`;
  const list = async (caller: Caller, path: string) => ids(await caller.read(`${of}${path}`));
  const networks = await networksOf(office, of);
  const zorg = networks.find(({ slug }) => slug === 'netwerk-zorg')?.id ?? '';
  const meetings = await list(coreGroup, `/meetings?network=${zorg}&state=held&pageSize=5&sort=-startsAt`);
  const plans = await list(office, '/founding-plans?pageSize=5');
  const positions = await list(office, '/positions?pageSize=5');
  return {
    organization: [THEIRS],
    network: [zorg, networks.find(({ slug }) => slug === 'lhbtiq-netwerk')?.id ?? ''],
    membership: await list(coreGroup, `/networks/${zorg}/memberships?pageSize=5`),
    group: await list(coreGroup, `/networks/${zorg}/working-groups`),
    meeting: meetings,
    registration: await list(coreGroup, `/meetings/${meetings[0]}/registrations?pageSize=5`),
    plan: plans,
    member: plans,
    section: ['purpose'],
    person: await list(office, '/persons?pageSize=5'),
    purpose: ['public-role'],
    affiliation: await list(office, '/affiliations?pageSize=5'),
    position: positions,
    appointment: positions,
    unit: await list(office, '/units?pageSize=5'),
    evaluation: await list(office, '/evaluations?pageSize=5'),
  };
}

async function networksOf(office: Caller, of: string): Promise<readonly { id: string; slug: string }[]> {
  return (await office.read<{ items: readonly { id: string; slug: string }[] }>(`${of}/networks?pageSize=100`)).items;
}

/** The id of each item, also where the thing itself stands one level deeper */
function ids(body: { items: readonly Record<string, unknown>[] }): string[] {
  return body.items.flatMap((item) => {
    if (typeof item.id === 'string') return [item.id];
    const inner = Object.values(item).find(
      (value): value is { id: string } => typeof value === 'object' && value !== null && 'id' in value,
    );
    return inner ? [inner.id] : [];
  });
}

/** What nobody outside may read: addresses of people, and plans that were not approved */
async function secretsOf(office: Caller): Promise<string[]> {
  const { items } = await office.read<{ items: readonly { state: string; name: string }[] }>(
    `/organizations/${THEIRS}/founding-plans?pageSize=100`,
  );
  const hidden = items.filter(({ state }) => state !== 'approved').map(({ name }) => name);
  expect(hidden.length, 'plans that are not public').toBeGreaterThan(3);
  return [`@${THEIRS}.example`, ...hidden];
}

function pages(keys: Keys): string[] {
  const first = (name: string) => keys[name]?.[0] ?? '';
  const workspace = ['leden', 'functies', 'werkgroepen', 'bijeenkomsten', 'doelen', 'evaluatie'];
  return [
    '/mijn',
    '/kantoor',
    '/kantoor/plannen',
    '/kantoor/personen',
    '/kantoor/personen/aanvragen',
    '/kantoor/personen/uitnodigingen',
    `/kantoor/personen/${first('person')}`,
    '/kantoor/instellingen',
    '/kantoor/netwerken/toevoegen',
    ...workspace.map((part) => `/netwerken/netwerk-zorg/beheer/${part}`),
    `/netwerken/lhbtiq-netwerk/beheer/leden`,
    `/netwerken/netwerk-zorg/beheer/bijeenkomsten/${first('meeting')}`,
    `/bijeenkomsten/${first('meeting')}/inchecken`,
    `/plannen/${first('plan')}`,
    `/plannen/${first('plan')}/besluit`,
    `/evaluaties/${first('evaluation')}`,
  ];
}

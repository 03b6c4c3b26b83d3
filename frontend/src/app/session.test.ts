import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubApi } from '@/test/api';

const renewal = 'POST /api/v1/sessions/current/access-tokens';

/** A session as it is when the page has just been opened. */
async function openPage({ signedInBefore }: { signedInBefore: 'yes' | 'no' }) {
  localStorage.clear();
  if (signedInBefore === 'yes') localStorage.setItem('vliegwiel.signed-in', '1');
  vi.resetModules();
  return import('./session');
}

const ask = () => new Request(new URL('/api/v1/things', location.origin));
const bearer = (request: Request | undefined) => request?.headers.get('Authorization');

describe('the session', () => {
  beforeEach(() => vi.unstubAllGlobals());

  it('sends nothing for a visitor who never signed in', async () => {
    const requests = stubApi({});
    const { session } = await openPage({ signedInBefore: 'no' });

    expect(await session.ready()).toBe('anonymous');
    expect(requests).toHaveLength(0);
  });

  it('comes back by its cookie after a reload', async () => {
    stubApi({ [renewal]: { body: { accessToken: 'first' } } });
    const { session } = await openPage({ signedInBefore: 'yes' });

    expect(await session.ready()).toBe('signed-in');
  });

  it('renews an expired token once for many requests, and repeats each of them', async () => {
    const { session, sessionFetch } = await openPage({ signedInBefore: 'no' });
    session.adopt('old');
    const requests = stubApi({
      [renewal]: { body: { accessToken: 'new' } },
      'GET /api/v1/things': (request) => ({ status: bearer(request) === 'Bearer new' ? 200 : 401 }),
    });

    const answers = await Promise.all([sessionFetch(ask()), sessionFetch(ask()), sessionFetch(ask())]);

    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(requests.filter((request) => request.url.endsWith('access-tokens'))).toHaveLength(1);
  });

  it('ends when the cookie no longer holds, and gives the refusal back', async () => {
    const { session, sessionFetch } = await openPage({ signedInBefore: 'no' });
    session.adopt('old');
    stubApi({ [renewal]: { status: 401 }, 'GET /api/v1/things': { status: 401 } });

    const answer = await sessionFetch(ask());

    expect(answer.status).toBe(401);
    expect(session.status()).toBe('anonymous');
    expect(localStorage.getItem('vliegwiel.signed-in')).toBeNull();
  });

  it('never keeps the token outside memory', async () => {
    const { session } = await openPage({ signedInBefore: 'no' });

    session.adopt('secret-token');

    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret-token');
  });
});

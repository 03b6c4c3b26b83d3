import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubApi } from '@/test/api';
import { sendOnce } from './idempotency';

const things = '/api/v1/things';
const post = (path: string, body: unknown) =>
  new Request(new URL(path, location.origin), { method: 'POST', body: JSON.stringify(body) });
const send = (path: string, body: unknown) => sendOnce(post(path, body), (request) => fetch(request));
const keyOf = (request: Request | undefined) => request?.headers.get('Idempotency-Key') ?? null;

describe('a deed', () => {
  beforeEach(() => vi.unstubAllGlobals());

  it('keeps its key when the answer was lost, and when the server failed', async () => {
    const statuses = [503, 201];
    const keys: (string | null)[] = [];
    vi.stubGlobal('fetch', async (request: Request) => {
      keys.push(keyOf(request));
      const status = keys.length === 1 ? undefined : statuses.shift();
      if (status === undefined) throw new TypeError('no connection');
      return new Response(null, { status });
    });

    await expect(send(things, { name: 'lost' })).rejects.toThrow('no connection');
    await send(things, { name: 'lost' });
    await send(things, { name: 'lost' });

    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(1);
  });

  it('is a new one after an answer, and with other input', async () => {
    const requests = stubApi({ [`POST ${things}`]: (request) => ({ status: keyOf(request) ? 201 : 400 }) });

    await send(things, { name: 'Anna' });
    await send(things, { name: 'Anna' });
    await send(things, { name: 'Bo' });

    expect(new Set(requests.map(keyOf)).size).toBe(3);
  });

  it('is one deed when its button is pressed twice', async () => {
    const requests = stubApi({ [`POST ${things}`]: { status: 201 } });

    await Promise.all([send(things, { name: 'twice' }), send(things, { name: 'twice' })]);

    expect(new Set(requests.map(keyOf)).size).toBe(1);
  });

  it('has no key where nothing can be done twice: searching, signing in', async () => {
    const paths = ['/api/v1/organizations/drenthe/persons/_search', '/api/v1/sessions'];
    const requests = stubApi(Object.fromEntries(paths.map((path) => [`POST ${path}`, {}])));

    await Promise.all(paths.map((path) => send(path, {})));

    expect(requests.map(keyOf)).toEqual([null, null]);
  });
});

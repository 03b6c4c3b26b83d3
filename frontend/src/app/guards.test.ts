import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** A tiny app with one guarded screen, opened for someone who is signed in or not. */
async function open(address: string, accessToken: string | null) {
  vi.resetModules();
  const { requireSession } = await import('./guards');
  const { session } = await import('./session');
  if (accessToken !== null) session.adopt(accessToken);
  const root = createRootRoute();
  const routes = [
    createRoute({ getParentRoute: () => root, path: '/$organization/mijn', beforeLoad: requireSession }),
    createRoute({ getParentRoute: () => root, path: '/$organization/inloggen' }),
  ];
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  await router.load();
  return router.state.location.href;
}

describe('a screen for who is signed in', () => {
  beforeEach(() => localStorage.clear());

  it('sends others to sign in, and remembers where they were going', async () => {
    expect(await open('/drenthe/mijn?toon=alles', null)).toBe(
      '/drenthe/inloggen?next=%2Fdrenthe%2Fmijn%3Ftoon%3Dalles',
    );
  });

  it('opens for someone who is signed in', async () => {
    expect(await open('/drenthe/mijn', 'token')).toBe('/drenthe/mijn');
  });
});

import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { NotFound } from './NotFound';
import { RouteError } from './RouteError';
import { routeTree } from './routeTree.gen';
import { Waiting } from './Waiting';

/** What loaders and guards of routes can reach. */
export type RouterContext = { queryClient: QueryClient };

/** The router of the app. Loaders fill the query cache; screens read it. */
export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    // Freshness is the query cache's matter.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: Waiting,
    defaultPendingMs: 400,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}

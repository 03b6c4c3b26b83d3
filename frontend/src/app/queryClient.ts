import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

const mostRetries = 2;

/** The cache of answers, in memory only. Refusals are not asked again; a server that cannot be reached is. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Without a connection a screen says so at once; waiting for one would show an empty page.
        networkMode: 'always',
        retry: (failures, error) => failures < mostRetries && !isRefusal(error) && navigator.onLine,
      },
      // Nor may what someone gave up on happen later, when the connection comes back.
      mutations: { networkMode: 'always' },
    },
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiProblem && error.status >= 400 && error.status < 500;
}

import { infiniteQueryOptions, type QueryKey, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

/** One page of a list of the API: the items, and the cursor of the next page. */
export type KeysetPage<Item> = { items: Item[]; next?: string | null };

type FetchPage<Item> = (cursor: string | undefined, signal: AbortSignal) => Promise<{ data: KeysetPage<Item> }>;

/**
 * A list that comes in pages. `queryKey` is the generated one of the operation, so that invalidating that key renews the list.
 * @example keysetOptions(listMeetingsQueryKey({ path }), (cursor, signal) => listMeetings({ path, query: { cursor }, signal }))
 */
export function keysetOptions<Item>(queryKey: QueryKey, fetchPage: FetchPage<Item>) {
  return infiniteQueryOptions({
    queryKey: [...queryKey, 'pages'],
    queryFn: async ({ pageParam, signal }) => (await fetchPage(pageParam, signal)).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** The items so far, and what `ShowMore` needs. The route's loader has fetched the first page with `ensureInfiniteQueryData`. */
export function useKeysetList<Item>(options: ReturnType<typeof keysetOptions<Item>>) {
  const list = useSuspenseInfiniteQuery(options);
  const items = list.data.pages.flatMap((page) => page.items);
  const more = {
    shown: items.length,
    hasMore: list.hasNextPage,
    isLoading: list.isFetchingNextPage,
    onMore: () => void list.fetchNextPage(),
  };
  return { items, more };
}

/** A few items at a time, of those that are loaded; the next page comes when they run out. For lists that are long on a phone. */
export function useGradually<Item>({ items, more }: ReturnType<typeof useKeysetList<Item>>, atOnce: number) {
  const [most, setMost] = useState(atOnce);
  const shown = items.slice(0, most);
  return {
    items: shown,
    more: {
      shown: shown.length,
      hasMore: most < items.length || more.hasMore,
      isLoading: more.isLoading,
      onMore() {
        setMost(most + atOnce);
        if (most + atOnce > items.length && more.hasMore) more.onMore();
      },
    },
  };
}

import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { getUnitQueryKey, listAreasQueryKey, listUnitsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { getArea, getUnit, listAreas, listUnits } from '@/api/gen/sdk.gen';
import type { Area, Unit } from '@/api/gen/types.gen';
import { versioned } from '@/app/api';
import { useOrganization } from '@/app/organization';

type Fetch<Item> = (cursor: string | undefined) => Promise<{ data: { items: Item[]; next?: string | null } }>;

/** All units of an organisation, by name. */
export function unitsOptions(organization: string) {
  const path = { organization };
  return queryOptions({
    queryKey: [...listUnitsQueryKey({ path }), 'all'],
    queryFn: ({ signal }): Promise<Unit[]> =>
      allOf((cursor) => listUnits({ path, query: { pageSize: 100, cursor }, signal })),
  });
}

/** One unit with its version, for changing it. */
export function unitOptions(organization: string, unit: string) {
  const path = { organization, unit };
  return queryOptions({
    queryKey: getUnitQueryKey({ path }),
    queryFn: ({ signal }) => versioned(getUnit({ path, signal })),
    staleTime: 0,
  });
}

/**
 * Provinces and municipalities, each by name; they change once a year. `chosen` stays a choice when it has ceased to exist, so that who changes
 * something else does not lose it.
 */
export function areasOptions(chosen?: string | null) {
  return queryOptions({
    queryKey: [...listAreasQueryKey(), 'all', chosen],
    queryFn: async ({ signal }): Promise<Area[]> => {
      const [provinces, municipalities] = await Promise.all(
        (['province', 'municipality'] as const).map((kind) =>
          allOf((cursor) => listAreas({ query: { kind, pageSize: 100, cursor }, signal })),
        ),
      );
      const all = [...(provinces ?? []), ...(municipalities ?? [])];
      if (chosen == null || all.some(({ id }) => id === chosen)) return all;
      const { data: gone } = await getArea({ path: { area: chosen }, signal });
      return [...all, gone];
    },
    staleTime: Infinity,
  });
}

async function allOf<Item>(fetchPage: Fetch<Item>, cursor?: string): Promise<Item[]> {
  const { items, next } = (await fetchPage(cursor)).data;
  return next == null ? items : [...items, ...(await allOf(fetchPage, next))];
}

/** Asks anew for the tree, after a change. */
export function useUnitsChanged() {
  const { slug } = useOrganization();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: listUnitsQueryKey({ path: { organization: slug } }) });
}

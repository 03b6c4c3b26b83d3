import { listAreasQueryKey, listPositionsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listAreas, listPositions } from '@/api/gen/sdk.gen';
import type { Area, ListPositionsData } from '@/api/gen/types.gen';
import { queryOptions } from '@tanstack/react-query';
import { keysetOptions } from '@/app/keysetList';

const pageSize = 100;

/** All seats of a network, in their own order. */
export function positionsOptions(organization: string, networkId: string) {
  return pagesOf(organization, { network: networkId, pageSize });
}

/** Seats of a network without a regular holder today. */
export function vacanciesOptions(organization: string, networkId: string) {
  return pagesOf(organization, { network: networkId, choice: 'vacancies', pageSize });
}

function pagesOf(organization: string, query: NonNullable<ListPositionsData['query']>) {
  const path = { organization };
  return keysetOptions(listPositionsQueryKey({ path, query }), (cursor, signal) =>
    listPositions({ path, query: { ...query, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

/** All municipalities, page after page; they change once a year. */
export function municipalitiesOptions() {
  const query = { kind: 'municipality' as const, pageSize };
  const all = async (cursor: string | undefined, signal: AbortSignal): Promise<Area[]> => {
    const { data } = await listAreas({ query: { ...query, ...(cursor ? { cursor } : {}) }, signal });
    return data.next == null ? data.items : [...data.items, ...(await all(data.next, signal))];
  };
  return queryOptions({
    queryKey: [...listAreasQueryKey({ query }), 'all'],
    queryFn: ({ signal }) => all(undefined, signal),
    staleTime: Infinity,
  });
}

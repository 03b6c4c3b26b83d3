import { listPositionsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listPositions } from '@/api/gen/sdk.gen';
import type { ListPositionsData } from '@/api/gen/types.gen';
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

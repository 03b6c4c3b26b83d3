import { listMembershipsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listMemberships } from '@/api/gen/sdk.gen';
import { keysetOptions } from '@/app/keysetList';

const pageSize = 100;

/** Requests to join a network, or its members, by name; for its core group. */
export function membershipsOptions(organization: string, networkId: string, state: 'requested' | 'active') {
  const path = { organization, network: networkId };
  const query = { state, pageSize };
  return keysetOptions(listMembershipsQueryKey({ path, query }), (cursor, signal) =>
    listMemberships({ path, query: { ...query, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

import {
  listAgreementsOptions,
  listNetworkHealthQueryKey,
  listNetworksQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listNetworkHealth, listNetworks } from '@/api/gen/sdk.gen';
import { keysetOptions } from '@/app/keysetList';
import { type NetworkSearch, networkQuery } from './networkSearch';

/** Networks by name, as far as the caller may know of them. */
export function networksOptions(organization: string, search: NetworkSearch) {
  const path = { organization };
  const query = networkQuery(search);
  return keysetOptions(listNetworksQueryKey({ path, query }), (cursor, signal) =>
    listNetworks({ path, query: { ...query, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

/** So many networks at once, that most organisations see all of theirs in one glance. */
const glance = 100;

/** How all networks are doing, with what holds for all of them; for office and board. */
export function healthOptions(organization: string) {
  const path = { organization };
  return keysetOptions(listNetworkHealthQueryKey({ path }), (cursor, signal) =>
    listNetworkHealth({ path, query: { pageSize: glance, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

/** What was agreed with a network, the newest first. */
export function agreementsOptions(organization: string, networkId: string) {
  return listAgreementsOptions({ path: { organization, network: networkId } });
}

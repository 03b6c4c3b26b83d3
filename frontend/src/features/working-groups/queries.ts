import type { QueryClient } from '@tanstack/react-query';
import { listWorkingGroupMembersOptions, listWorkingGroupsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listWorkingGroups } from '@/api/gen/sdk.gen';
import type { WorkingGroup } from '@/api/gen/types.gen';
import { keysetOptions } from '@/app/keysetList';

/** Open working groups of a network, by name. */
export function workingGroupsOptions(organization: string, networkId: string) {
  const path = { organization, network: networkId };
  return keysetOptions(listWorkingGroupsQueryKey({ path }), (cursor, signal) =>
    listWorkingGroups({ path, query: cursor ? { cursor } : {}, signal }),
  );
}

/** The people in a working group, for those who may know. */
export function workingGroupMembersOptions(organization: string, group: WorkingGroup) {
  return listWorkingGroupMembersOptions({ path: { organization, network: group.networkId, group: group.id } });
}

/** What must be asked anew when a working group changed. */
export function refreshWorkingGroups(queryClient: QueryClient): Promise<unknown> {
  const operations = ['listWorkingGroups', 'listWorkingGroupMembers'];
  return Promise.all(operations.map((_id) => queryClient.invalidateQueries({ queryKey: [{ _id }] })));
}

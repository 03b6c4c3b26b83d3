import { queryOptions, type QueryClient } from '@tanstack/react-query';
import {
  getMeetingOptions,
  listMeetingsQueryKey,
  listOwnRegistrationsQueryKey,
  listRegistrationsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listOwnRegistrations, listRegistrations } from '@/api/gen/sdk.gen';
import type { Attendee, RegistrationState } from '@/api/gen/types.gen';
import { keysetOptions } from '@/app/keysetList';

/** The most that the API gives at once. */
const most = 100;

/** The meeting that people are checked in for. */
export function meetingOptions(organization: string, meeting: string) {
  return getMeetingOptions({ path: { organization, meeting } });
}

/** Meetings you registered for, the last to begin first. */
export function ownRegistrationsOptions(organization: string) {
  const path = { organization };
  return keysetOptions(listOwnRegistrationsQueryKey({ path }), (cursor, signal) =>
    listOwnRegistrations({ path, query: { cursor }, signal }),
  );
}

/** Who comes to a meeting, in order of acceptance, in pages. */
export function attendeesOptions(organization: string, meeting: string, state?: RegistrationState) {
  const path = { organization, meeting };
  const filter = state ? { state } : {};
  return keysetOptions(listRegistrationsQueryKey({ path, query: filter }), (cursor, signal) =>
    listRegistrations({ path, query: { ...filter, cursor }, signal }),
  );
}

/** Everyone on the list of a meeting at once, for the door. Never stored on the device. */
export function doorListOptions(organization: string, meeting: string) {
  const path = { organization, meeting };
  return queryOptions({
    queryKey: [...listRegistrationsQueryKey({ path }), 'everyone'],
    queryFn: ({ signal }) => everyone(path, signal),
  });
}

async function everyone(
  path: { organization: string; meeting: string },
  signal: AbortSignal,
  cursor?: string,
): Promise<Attendee[]> {
  const { data } = await listRegistrations({ path, query: { pageSize: most, ...(cursor ? { cursor } : {}) }, signal });
  return data.next == null ? data.items : [...data.items, ...(await everyone(path, signal, data.next))];
}

/** Renews everything that shows who comes to a meeting. */
export async function renewRegistrations(client: QueryClient, organization: string, meeting: string): Promise<void> {
  const path = { organization };
  await Promise.all([
    client.invalidateQueries({ queryKey: getMeetingOptions({ path: { organization, meeting } }).queryKey }),
    client.invalidateQueries({ queryKey: listMeetingsQueryKey({ path }) }),
    client.invalidateQueries({ queryKey: listOwnRegistrationsQueryKey({ path }) }),
    client.invalidateQueries({ queryKey: listRegistrationsQueryKey({ path: { organization, meeting } }) }),
  ]);
}

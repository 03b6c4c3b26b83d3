import { listOrganizationsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { listOrganizations } from '@/api/gen/sdk.gen';
import { keysetOptions } from '@/app/keysetList';

/** All organisations on this server. */
export function organizationsOptions() {
  return keysetOptions(listOrganizationsQueryKey(), (cursor, signal) =>
    listOrganizations({ query: { cursor }, signal }),
  );
}

import { useQueryClient } from '@tanstack/react-query';
import {
  getOwnAccountQueryKey,
  getPersonQueryKey,
  listAffiliationsQueryKey,
  listPersonsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listAffiliations } from '@/api/gen/sdk.gen';
import type { AffiliationState } from '@/api/gen/types.gen';
import { keysetOptions } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';

/** Who is in a state, the longest first; for the office. */
export function affiliationsOptions(organization: string, state: AffiliationState) {
  const path = { organization };
  const query = { state };
  return keysetOptions(listAffiliationsQueryKey({ path, query }), (cursor, signal) =>
    listAffiliations({ path, query: { ...query, cursor }, signal }),
  );
}

/** Asks anew for everything that shows what someone is to the organisation. */
export function useAffiliationsChanged() {
  const { slug } = useOrganization();
  const queryClient = useQueryClient();
  return async (person: string) => {
    const path = { organization: slug };
    const keys = [
      listAffiliationsQueryKey({ path }),
      listPersonsQueryKey({ path }),
      getPersonQueryKey({ path: { ...path, person } }),
      getOwnAccountQueryKey(),
    ];
    await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  };
}

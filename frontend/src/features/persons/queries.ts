import { queryOptions } from '@tanstack/react-query';
import { getPersonQueryKey, listPersonsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { getPerson, listPersons, searchPersons } from '@/api/gen/sdk.gen';
import type { AffiliationKind } from '@/api/gen/types.gen';
import { versioned } from '@/app/api';
import { keysetOptions } from '@/app/keysetList';

/** One person with the version of the record, for changing it. */
export function personOptions(organization: string, person: string) {
  const path = { organization, person };
  return queryOptions({
    queryKey: getPersonQueryKey({ path }),
    queryFn: ({ signal }) => versioned(getPerson({ path, signal })),
  });
}

/** The people of an organisation by name, for the office. */
export function personsOptions(organization: string, affiliation?: AffiliationKind) {
  const path = { organization };
  const query = affiliation ? { affiliation } : {};
  return keysetOptions(listPersonsQueryKey({ path, query }), (cursor, signal) =>
    listPersons({ path, query: { ...query, cursor }, signal }),
  );
}

/** People whose name or address holds these words. Nothing of it stands in an address, nor stays behind. */
export function foundPersonsOptions(organization: string, words: string) {
  const path = { organization };
  return queryOptions({
    queryKey: [...listPersonsQueryKey({ path }), 'search', words],
    queryFn: async ({ signal }) => (await searchPersons({ path, body: { name: words }, signal })).data.items,
    gcTime: 0,
  });
}

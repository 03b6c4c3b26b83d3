import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getOrganizationQueryKey, listOrganizationsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { configureOrganization, getOrganization } from '@/api/gen/sdk.gen';
import type { OrganizationChange } from '@/api/gen/types.gen';
import { ifMatch, versioned } from '@/app/api';
import type { FormReader } from '@/app/formReader';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';

/** The organisation with its version, for changing it. */
export function settingsOptions(organization: string) {
  const path = { organization };
  return queryOptions({
    queryKey: [...getOrganizationQueryKey({ path }), 'version'],
    queryFn: ({ signal }) => versioned(getOrganization({ path, signal })),
  });
}

/** A form that changes some of the settings; the rest stays. */
export function useSettingsForm(read: (input: FormReader) => OrganizationChange, onSaved: () => void) {
  const { slug } = useOrganization();
  const queryClient = useQueryClient();
  const path = { organization: slug };
  const { data: seen } = useSuspenseQuery(settingsOptions(slug));
  const form = useApiForm({
    submit: (input) => configureOrganization({ path, headers: ifMatch(seen), body: read(input) }),
    async onDone() {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: getOrganizationQueryKey({ path }) }),
        queryClient.invalidateQueries({ queryKey: listOrganizationsQueryKey() }),
      ]);
      onSaved();
    },
  });
  return { form, organization: seen.value };
}

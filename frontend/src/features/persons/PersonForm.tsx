import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { getOwnAccountQueryKey, listPersonsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { changePerson } from '@/api/gen/sdk.gen';
import type { Person } from '@/api/gen/types.gen';
import { ifMatch, type Versioned } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { NumberField, TextField } from '@/ui/Field';
import { personOptions } from './queries';

/** Changing name, postcode and year of birth: by the person, or by the office. */
export function usePersonForm(seen: Versioned<Person>, onSaved: () => void) {
  const { slug } = useOrganization();
  const queryClient = useQueryClient();
  const path = { organization: slug, person: seen.value.id };
  return useApiForm({
    submit: (input) =>
      changePerson({
        path,
        headers: ifMatch(seen),
        body: {
          name: input.text('name'),
          postcode: input.textOrNull('postcode'),
          birthYear: input.numberOrNull('birthYear'),
        },
      }),
    async onDone() {
      onSaved();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: personOptions(slug, path.person).queryKey }),
        queryClient.invalidateQueries({ queryKey: listPersonsQueryKey({ path: { organization: slug } }) }),
        queryClient.invalidateQueries({ queryKey: getOwnAccountQueryKey() }),
      ]);
    },
  });
}

/** The fields of `usePersonForm`. */
export function PersonFields({ person }: { person: Person }) {
  const { t } = useLingui();
  return (
    <>
      <TextField name="name" label={t`Naam`} required maxLength={120} autoComplete="name" defaultValue={person.name} />
      <TextField
        name="postcode"
        label={t`Postcode`}
        hint={t`Bijvoorbeeld 9401 AB. Alleen om mensen met dezelfde naam uit elkaar te houden.`}
        maxLength={10}
        autoComplete="postal-code"
        defaultValue={person.postcode ?? ''}
      />
      <NumberField
        name="birthYear"
        label={t`Geboortejaar`}
        min={1900}
        max={2100}
        autoComplete="bday-year"
        defaultValue={person.birthYear ?? ''}
      />
    </>
  );
}

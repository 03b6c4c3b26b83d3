import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { addWorkingGroupMember } from '@/api/gen/sdk.gen';
import type { WorkingGroup } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { may, useOrganization } from '@/app/organization';
import { PersonPicker } from '@/app/PersonPicker';
import { useApiForm } from '@/app/useApiForm';
import { TextField } from '@/ui/Field';
import { Row } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { refreshWorkingGroups } from './queries';

/** Take somebody into a working group: a member of the network, or as an expert anyone the organisation knows. */
export function AddPerson({ group }: { group: WorkingGroup }) {
  const { t } = useLingui();
  const organization = useOrganization();
  const queryClient = useQueryClient();
  const isExperts = group.kind === 'experts';
  const form = useApiForm({
    submit: (input) =>
      addWorkingGroupMember({
        path: { organization: organization.slug, network: group.networkId, group: group.id },
        body: { personId: input.text('personId'), expertise: input.text('expertise') },
      }),
    async onDone() {
      await refreshWorkingGroups(queryClient);
      showToast({ text: t`De werkgroep heeft er iemand bij.` });
    },
  });
  return (
    <ApiForm form={form}>
      <h3>
        <Trans>Voeg iemand toe</Trans>
      </h3>
      <PersonPicker
        label={t`Wie?`}
        source={
          isExperts && may(organization, 'persons.list')
            ? { among: 'organization' }
            : { among: 'members', networkId: group.networkId }
        }
      />
      <TextField
        name="expertise"
        label={t`Kennis of ervaring`}
        hint={t`Bijvoorbeeld: Huisarts`}
        required={isExperts}
        maxLength={200}
      />
      <Row>
        <SubmitButton form={form}>{t`Voeg toe`}</SubmitButton>
      </Row>
    </ApiForm>
  );
}

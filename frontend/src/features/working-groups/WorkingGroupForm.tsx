import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { changeWorkingGroup, foundWorkingGroup } from '@/api/gen/sdk.gen';
import type { WorkingGroup } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { ifVersion } from '@/app/api';
import type { FormReader } from '@/app/formReader';
import { useNetwork } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { RadioField } from '@/ui/ChoiceField';
import { TextAreaField, TextField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { kindHints, kindLabels } from './labels';
import { refreshWorkingGroups } from './queries';

/** Found a working group, or change the one that is given. */
export function WorkingGroupForm({ group, onClose }: { group?: WorkingGroup; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { slug: organization } = useOrganization();
  const network = useNetwork();
  const queryClient = useQueryClient();
  const path = { organization, network: network.id };
  const texts = (input: FormReader) => ({ name: input.text('name'), purpose: input.text('purpose') });
  const form = useApiForm({
    submit: (input): Promise<unknown> =>
      group
        ? changeWorkingGroup({ path: { ...path, group: group.id }, headers: ifVersion(group), body: texts(input) })
        : foundWorkingGroup({
            path,
            body: { ...texts(input), kind: input.choice('kind') },
          }),
    async onDone() {
      await refreshWorkingGroups(queryClient);
      showToast({ text: group ? t`De werkgroep is gewijzigd.` : t`De werkgroep is opgericht.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={group ? t`Wijzig de werkgroep` : t`Richt een werkgroep op`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{group ? t`Bewaar de werkgroep` : t`Richt de werkgroep op`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <TextField name="name" label={t`Naam`} required maxLength={120} defaultValue={group?.name} />
        <TextAreaField
          name="purpose"
          label={t`Waar werkt de groep aan?`}
          required
          maxLength={1000}
          defaultValue={group?.purpose}
        />
        {group ? null : (
          <RadioField
            name="kind"
            label={t`Wie doet mee?`}
            required
            choices={(['members', 'experts'] as const).map((value) => ({
              value,
              label: i18n._(kindLabels[value]),
              hint: i18n._(kindHints[value]),
            }))}
          />
        )}
      </ApiForm>
    </Dialog>
  );
}

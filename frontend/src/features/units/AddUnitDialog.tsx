import { useLingui } from '@lingui/react/macro';
import { addUnit } from '@/api/gen/sdk.gen';
import type { UnitKind } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { SelectField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { unitKinds } from './kinds';
import { UnitDialog, UnitFields } from './UnitDialog';
import { useUnitsChanged } from './queries';

/** Adding a unit to the tree. */
export function AddUnitDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const changed = useUnitsChanged();
  const form = useApiForm({
    submit: (input) =>
      addUnit({
        path: { organization: slug },
        body: {
          kind: input.choice<UnitKind>('kind'),
          name: input.text('name'),
          parentId: input.textOrNull('parentId'),
          areaId: input.textOrNull('areaId'),
        },
      }),
    async onDone({ data }) {
      onClose();
      showToast({ text: t`${data.name} is toegevoegd.` });
      await changed();
    },
  });
  return (
    <UnitDialog title={t`Voeg een onderdeel toe`} form={form} submitText={t`Voeg toe`} onClose={onClose}>
      <SelectField
        name="kind"
        label={t`Soort`}
        required
        defaultValue="chapter"
        options={Object.entries(unitKinds).map(([value, label]) => ({ value, label: i18n._(label) }))}
      />
      <UnitFields />
    </UnitDialog>
  );
}

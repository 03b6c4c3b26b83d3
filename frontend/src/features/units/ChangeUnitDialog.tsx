import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { changeUnit } from '@/api/gen/sdk.gen';
import type { Unit } from '@/api/gen/types.gen';
import { ifMatch, type Versioned } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { ProblemState } from '@/app/ProblemState';
import { useApiForm } from '@/app/useApiForm';
import { Dialog } from '@/ui/Dialog';
import { Skeleton } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { unitOptions, useUnitsChanged } from './queries';
import { UnitDialog, UnitFields } from './UnitDialog';

/** Renaming a unit or giving it another place; asks for its newest version first. */
export function ChangeUnitDialog({ unit, onClose }: { unit: string; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: seen, error, refetch } = useQuery(unitOptions(slug, unit));
  if (seen) return <ChangeForm seen={seen} onClose={onClose} />;
  return (
    <Dialog title={t`Wijzig onderdeel`} isOpen onClose={onClose}>
      {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <Skeleton shape="lines" />}
    </Dialog>
  );
}

function ChangeForm({ seen, onClose }: { seen: Versioned<Unit>; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const changed = useUnitsChanged();
  const form = useApiForm({
    submit: (input) =>
      changeUnit({
        path: { organization: slug, unit: seen.value.id },
        headers: ifMatch(seen),
        body: {
          name: input.text('name'),
          parentId: input.textOrNull('parentId'),
          areaId: input.textOrNull('areaId'),
        },
      }),
    async onDone({ data }) {
      onClose();
      showToast({ text: t`${data.name} is bewaard.` });
      await changed();
    },
  });
  return (
    <UnitDialog title={t`Wijzig ${seen.value.name}`} form={form} submitText={t`Bewaar`} onClose={onClose}>
      <UnitFields unit={seen.value} />
    </UnitDialog>
  );
}

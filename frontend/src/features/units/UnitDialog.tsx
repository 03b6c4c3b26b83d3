import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { listUnitsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { addUnit, changeUnit } from '@/api/gen/sdk.gen';
import type { Unit, UnitKind } from '@/api/gen/types.gen';
import { idempotencyKey, ifMatch, type Versioned } from '@/app/api';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import { ProblemState } from '@/app/ProblemState';
import { type ApiFormState, useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { SelectField, TextField } from '@/ui/Field';
import { Skeleton } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { unitKinds } from './kinds';
import { areasOptions, unitOptions, unitsOptions } from './queries';
import { withDescendants } from './tree';

/** Adding a unit to the tree. */
export function AddUnitDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const changed = useUnitsChanged();
  const form = useApiForm({
    submit: (input, send) =>
      addUnit({
        path: { organization: slug },
        headers: idempotencyKey(send.idempotencyKey),
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

type UnitDialogProps = {
  title: string;
  form: ApiFormState;
  submitText: string;
  onClose: () => void;
  children: React.ReactNode;
};

function UnitDialog({ title, form, submitText, onClose, children }: UnitDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>
            <Trans>Annuleren</Trans>
          </Button>
          <SubmitButton form={form}>{submitText}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>{children}</ApiForm>
    </Dialog>
  );
}

function UnitFields({ unit }: { unit?: Unit }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: units } = useSuspenseQuery(unitsOptions(slug));
  const { data: areas } = useQuery(areasOptions(unit?.areaId));
  const own = unit ? withDescendants(units, unit.id) : new Set<string>();
  const parents = units.filter(({ id }) => !own.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const places = (areas ?? []).map(({ id, name, kind }) => ({
    value: id,
    label: kind === 'province' ? t`Provincie ${name}` : name,
  }));
  return (
    <>
      <TextField name="name" label={t`Naam`} required maxLength={120} autoComplete="off" defaultValue={unit?.name} />
      <SelectField
        name="parentId"
        label={t`Valt onder`}
        emptyOption={t`Niets, het staat bovenaan`}
        options={parents}
        defaultValue={unit?.parentId ?? ''}
      />
      {/* The choices come after the field: only then can it show the one that was made before. */}
      <SelectField
        key={areas ? 'areas' : 'none'}
        name="areaId"
        label={t`Gebied`}
        emptyOption={t`Geen vast gebied`}
        options={places}
        defaultValue={unit?.areaId ?? ''}
      />
    </>
  );
}

function useUnitsChanged() {
  const { slug } = useOrganization();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: listUnitsQueryKey({ path: { organization: slug } }) });
}

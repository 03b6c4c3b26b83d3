import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Unit } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import type { ApiFormState } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { SelectField, TextField } from '@/ui/Field';
import { areasOptions, unitsOptions } from './queries';
import { withDescendants } from './tree';

type UnitDialogProps = {
  title: string;
  form: ApiFormState;
  submitText: string;
  onClose: () => void;
  children: ReactNode;
};

/** The dialog in which a unit is filled in. */
export function UnitDialog({ title, form, submitText, onClose, children }: UnitDialogProps) {
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

/** What a unit has besides its kind, which never changes. */
export function UnitFields({ unit }: { unit?: Unit }) {
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

import { useLingui } from '@lingui/react/macro';
import type { NewCoreMember } from '@/api/gen/types.gen';
import type { FormReader } from '@/app/formReader';
import { coreGroupKinds, positionKindLabels } from '@/app/positionLabels';
import { type Candidate, PersonPicker } from '@/app/PersonPicker';
import { IconButton } from '@/ui/Button';
import { SelectField, TextField } from '@/ui/Field';
import { FieldError } from '@/ui/FieldFrame';
import { useFieldErrors } from '@/ui/formErrors';
import { Stack } from '@/ui/Layout';
import styles from './CoreGroupRows.module.css';

/** Somebody chosen for the core group of a network that is entered. */
export type CoreMember = Pick<Candidate, 'id' | 'name'>;

type CoreGroupRowsProps = { members: readonly CoreMember[]; onChange: (members: readonly CoreMember[]) => void };

/** The people of a core group to be, each with a seat; under the name `coreGroup` in the body. */
export function CoreGroupRows({ members, onChange }: CoreGroupRowsProps) {
  const { t } = useLingui();
  return (
    <Stack>
      {members.length === 0 ? null : (
        <ul className={styles['rows']} aria-label={t`Gekozen voor de kerngroep`}>
          {members.map((member, index) => (
            <CoreMemberRow
              key={member.id}
              member={member}
              index={index}
              onRemove={() => onChange(members.filter(({ id }) => id !== member.id))}
            />
          ))}
        </ul>
      )}
      <PersonPicker
        // A fresh one after each choice: empty, and ready for the next name.
        key={members.length}
        name="newCoreMember"
        label={t`Voeg iemand toe`}
        necessity="optional"
        source={{ among: 'organization' }}
        onChoose={({ id, name }) => {
          if (!members.some((member) => member.id === id)) onChange([...members, { id, name }]);
        }}
      />
    </Stack>
  );
}

type CoreMemberRowProps = { member: CoreMember; index: number; onRemove: () => void };

function CoreMemberRow({ member, index, onRemove }: CoreMemberRowProps) {
  const { t, i18n } = useLingui();
  const name = `coreGroup.${index}`;
  const errors = useFieldErrors(`${name}.personId`);
  const errorId = `core-member-${index}-error`;
  return (
    <li className={styles['row']}>
      <div className={styles['head']}>
        <strong>{member.name}</strong>
        <IconButton icon="close" label={t`Haal ${member.name} weg`} onPress={onRemove} />
      </div>
      <input type="hidden" name={`${name}.personId`} value={member.id} />
      <FieldError id={errorId} errors={errors} />
      <div className={styles['fields']}>
        <SelectField
          name={`${name}.kind`}
          label={t`Functie`}
          required
          defaultValue="member"
          options={coreGroupKinds.map((value) => ({ value, label: i18n._(positionKindLabels[value]) }))}
        />
        <TextField
          name={`${name}.title`}
          label={t`Naam van de functie`}
          required
          maxLength={80}
          defaultValue={t`Lid van de kerngroep`}
        />
      </div>
    </li>
  );
}

/** Reads `CoreGroupRows`. */
export function readCoreGroup(input: FormReader, size: number): NewCoreMember[] {
  return Array.from({ length: size }, (_, index) => ({
    personId: input.text(`coreGroup.${index}.personId`),
    kind: input.choice(`coreGroup.${index}.kind`),
    title: input.text(`coreGroup.${index}.title`),
  }));
}

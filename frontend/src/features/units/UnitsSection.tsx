import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Unit } from '@/api/gen/types.gen';
import { may, useOrganization } from '@/app/organization';
import { Badge } from '@/ui/Badge';
import { Button, IconButton } from '@/ui/Button';
import { Section } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { unitKinds } from './kinds';
import { unitsOptions } from './queries';
import { useRemoval } from './removal';
import { type Branch, treeOf } from './tree';
import { AddUnitDialog } from './AddUnitDialog';
import { ChangeUnitDialog } from './ChangeUnitDialog';
import styles from './UnitsSection.module.css';

/** The organisation's own tree: provinces, regions, chapters, member organisations. */
export function UnitsSection() {
  const { t } = useLingui();
  const organization = useOrganization();
  const { data: units } = useSuspenseQuery(unitsOptions(organization.slug));
  const [isAdding, setAdding] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const canAdd = may(organization, 'units.add');
  const addButton = <Button icon="add" onPress={() => setAdding(true)}>{t`Voeg een onderdeel toe`}</Button>;
  return (
    <Section
      title={t`Onderdelen`}
      intro={t`Hoe jullie organisatie is opgebouwd: provincies, regio’s, afdelingen of lidorganisaties.`}
      action={canAdd && units.length > 0 ? addButton : null}
    >
      {units.length === 0 ? (
        <EmptyState icon="office" title={t`Nog geen onderdelen`} action={canAdd ? addButton : null}>
          <p>
            <Trans>Heeft je organisatie afdelingen of regio’s? Zet ze hier neer.</Trans>
          </p>
        </EmptyState>
      ) : (
        <Level branches={treeOf(units)} label={t`Onderdelen`} onChange={setChanging} />
      )}
      {isAdding ? <AddUnitDialog onClose={() => setAdding(false)} /> : null}
      {changing === null ? null : <ChangeUnitDialog unit={changing} onClose={() => setChanging(null)} />}
    </Section>
  );
}

type LevelProps = { branches: readonly Branch[]; label: string; onChange: (unit: string) => void };

function Level({ branches, label, onChange }: LevelProps) {
  const { t } = useLingui();
  return (
    <ul className={styles['level']} aria-label={label}>
      {branches.map(({ unit, branches: below }) => (
        <li key={unit.id}>
          <UnitRow unit={unit} onChange={() => onChange(unit.id)} />
          {below.length > 0 ? (
            <Level branches={below} label={t`Onderdelen van ${unit.name}`} onChange={onChange} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function UnitRow({ unit, onChange }: { unit: Unit; onChange: () => void }) {
  const { t, i18n } = useLingui();
  const removal = useRemoval(unit);
  return (
    <div className={styles['row']}>
      <span className={styles['what']}>
        <span className={styles['name']}>{unit.name}</span>
        <Badge>{i18n._(unitKinds[unit.kind])}</Badge>
      </span>
      <span className={styles['deeds']}>
        {may(unit, 'units.change') ? (
          <IconButton icon="edit" label={t`Wijzig ${unit.name}`} onPress={onChange} />
        ) : null}
        {may(unit, 'units.remove') ? (
          <IconButton
            icon="close"
            label={t`Verwijder ${unit.name}`}
            isDisabled={removal.isPending}
            onPress={() => removal.mutate()}
          />
        ) : null}
      </span>
    </div>
  );
}

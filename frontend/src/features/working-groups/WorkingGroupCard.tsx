import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { WorkingGroup } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { Badge } from '@/ui/Badge';
import { Button, IconButton } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Menu } from '@/ui/Menu';
import { PlainText } from '@/ui/PlainText';
import { CloseWorkingGroup } from './CloseWorkingGroup';
import { kindLabels } from './labels';
import { WorkingGroupForm } from './WorkingGroupForm';
import { WorkingGroupPeople } from './WorkingGroupPeople';

type Task = 'people' | 'change' | 'close';

/** One working group: what it works on, and who is in it. */
export function WorkingGroupCard({ group }: { group: WorkingGroup }) {
  const { t, i18n } = useLingui();
  const [task, setTask] = useState<Task | null>(null);
  const { name } = group;
  const stop = () => setTask(null);
  const entries = [
    ...(may(group, 'working-groups.change')
      ? [{ id: 'change', label: t`Wijzig de werkgroep`, icon: 'edit', onSelect: () => setTask('change') } as const]
      : []),
    ...(may(group, 'working-groups.close')
      ? [
          {
            id: 'close',
            label: t`Hef de werkgroep op`,
            icon: 'close',
            tone: 'bad',
            onSelect: () => setTask('close'),
          } as const,
        ]
      : []),
  ];
  return (
    <Card
      level={2}
      title={name}
      badges={
        <>
          <Badge tone={group.kind === 'experts' ? 'accent' : 'plain'}>{i18n._(kindLabels[group.kind])}</Badge>
          <Badge>
            <Plural value={group.members} one="# persoon" other="# personen" />
          </Badge>
        </>
      }
      actions={
        <Button icon="people" aria-label={t`Wie zit er in ${name}?`} onPress={() => setTask('people')}>
          {t`Wie doet mee`}
        </Button>
      }
      menu={
        entries.length === 0 ? null : (
          <Menu
            label={t`Meer met ${name}`}
            trigger={<IconButton icon="more" label={t`Meer met ${name}`} />}
            entries={entries}
          />
        )
      }
    >
      <PlainText>{group.purpose}</PlainText>
      {task === 'people' ? <WorkingGroupPeople group={group} onClose={stop} /> : null}
      {task === 'change' ? <WorkingGroupForm group={group} onClose={stop} /> : null}
      {task === 'close' ? <CloseWorkingGroup group={group} onClose={stop} /> : null}
    </Card>
  );
}

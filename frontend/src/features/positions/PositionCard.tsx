import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Holder, Occupation, Position } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { may } from '@/app/organization';
import { positionKindLabels } from '@/app/positionLabels';
import { Badge, Status, type Tone } from '@/ui/Badge';
import { Button, IconButton } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { Menu, type MenuEntry } from '@/ui/Menu';
import { AppointPerson } from './AppointPerson';
import { ChangePosition } from './ChangePosition';
import { ClosePosition } from './ClosePosition';
import { EndAppointment } from './EndAppointment';
import styles from './PositionCard.module.css';

const tones: Record<Occupation, Tone> = { held: 'ok', acting: 'accent', vacant: 'warn' };

type Task = 'appoint' | 'change' | 'close' | { end: Holder };

/** One seat: what it is called, who holds it, and what can be done. */
export function PositionCard({ position }: { position: Position }) {
  const { t, i18n } = useLingui();
  const [task, setTask] = useState<Task | null>(null);
  const words: Record<Occupation, string> = { held: t`Vervuld`, acting: t`Tijdelijk waargenomen`, vacant: t`Vrij` };
  const stop = () => setTask(null);
  const { title } = position;
  const entries = useMenu(position, setTask);
  const canAppoint = may(position, 'positions.appoint') && position.occupation !== 'held';
  return (
    <Card
      title={position.title}
      badges={
        <>
          <Status tone={tones[position.occupation]}>{words[position.occupation]}</Status>
          {position.kind === 'other' ? null : <Badge>{i18n._(positionKindLabels[position.kind])}</Badge>}
          {position.area == null ? null : <Badge tone="accent">{position.area.name}</Badge>}
        </>
      }
      actions={canAppoint ? <Appoint position={position} onChoose={setTask} /> : null}
      menu={
        entries.length === 0 ? null : (
          <Menu
            label={t`Meer met ${title}`}
            trigger={<IconButton icon="more" label={t`Meer met ${title}`} />}
            entries={entries}
          />
        )
      }
    >
      <Holders position={position} />
      {task === 'appoint' ? <AppointPerson position={position} onClose={stop} /> : null}
      {task === 'change' ? <ChangePosition position={position} onClose={stop} /> : null}
      {task === 'close' ? <ClosePosition position={position} onClose={stop} /> : null}
      {task !== null && typeof task === 'object' ? (
        <EndAppointment position={position} holder={task.end} onClose={stop} />
      ) : null}
    </Card>
  );
}

function Appoint({ position, onChoose }: { position: Position; onChoose: (task: Task) => void }) {
  const { t } = useLingui();
  const { title, occupation } = position;
  return (
    <Button
      variant={occupation === 'vacant' ? 'primary' : 'secondary'}
      aria-label={t`Benoem iemand als ${title}`}
      onPress={() => onChoose('appoint')}
    >{t`Benoem iemand`}</Button>
  );
}

/** What is seldom done with a seat. */
function useMenu(position: Position, onChoose: (task: Task) => void): MenuEntry[] {
  const { t } = useLingui();
  const endings = may(position, 'positions.end-appointment') ? position.holders : [];
  const entries: MenuEntry[] = endings.flatMap((holder) =>
    holder.appointmentId == null
      ? []
      : [
          {
            id: holder.appointmentId,
            label: t`Beëindig de functie van ${holder.name ?? position.title}`,
            icon: 'signOut',
            onSelect: () => onChoose({ end: holder }),
          },
        ],
  );
  if (may(position, 'positions.change')) {
    entries.unshift({ id: 'change', label: t`Wijzig de functie`, icon: 'edit', onSelect: () => onChoose('change') });
  }
  if (may(position, 'positions.close')) {
    entries.push({
      id: 'close',
      label: t`Hef de functie op`,
      icon: 'close',
      tone: 'bad',
      onSelect: () => onChoose('close'),
    });
  }
  return entries;
}

function Holders({ position }: { position: Position }) {
  const { t } = useLingui();
  const { dayOn } = useFormat();
  if (position.holders.length === 0) {
    return <p>{position.vacancyText === '' ? t`Nog geen tekst over wie jullie zoeken.` : position.vacancyText}</p>;
  }
  return (
    <ul className={styles['holders']}>
      {position.holders.map((holder, index) => (
        // The holder of a seat may be unknown to the reader, and then has no id.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span>
            <strong>{holder.name ?? t`Naam niet openbaar`}</strong>
            {holder.capacity === 'acting' ? <> · {t`neemt waar`}</> : null}
            {holder.fromOn == null ? null : (
              <>
                {' · '}
                {holder.isCurrent ? (
                  <Trans>sinds {dayOn(holder.fromOn)}</Trans>
                ) : (
                  <Trans>vanaf {dayOn(holder.fromOn)}</Trans>
                )}
              </>
            )}
            {holder.untilOn == null ? null : (
              <>
                {' '}
                <Trans>tot en met {dayOn(holder.untilOn)}</Trans>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

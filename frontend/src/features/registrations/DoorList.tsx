import { Trans, useLingui } from '@lingui/react/macro';
import type { Attendee } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { EmptyState } from '@/ui/States';
import { type DoorView, isInside } from './doorList';
import styles from './DoorList.module.css';
import { useDoor } from './useDoor';

type DoorListProps = {
  meeting: string;
  attendees: readonly Attendee[];
  search: string;
  view: DoorView;
  /** After a name was pressed: make room for the next person. */
  onLetIn: () => void;
};

/** Names as large buttons: one press and the person is inside. */
export function DoorList({ meeting, attendees, search, view, onLetIn }: DoorListProps) {
  const { t } = useLingui();
  const { letIn, undo } = useDoor(meeting);
  if (attendees.length === 0) return <Nobody search={search} view={view} />;
  return (
    <ul className={styles['list']} aria-label={t`Mensen op de lijst`}>
      {attendees.map((attendee) => (
        <li key={attendee.id} className={styles['row']} data-inside={isInside(attendee) || undefined}>
          {isInside(attendee) ? (
            <Inside attendee={attendee} onUndo={() => void undo(attendee)} />
          ) : (
            <button
              type="button"
              className={styles['name']}
              onClick={() => {
                onLetIn();
                void letIn(attendee);
              }}
            >
              <span className="sr-only">{t`Check in:`} </span>
              <span>
                {attendee.name}
                <Remark attendee={attendee} />
              </span>
              <span className={styles['circle']} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Inside({ attendee, onUndo }: { attendee: Attendee; onUndo: () => void }) {
  const { t } = useLingui();
  const { time } = useFormat();
  return (
    <div className={styles['inside']}>
      <span className={styles['tick']}>
        <Icon name="check" />
      </span>
      <span>
        {attendee.name}
        <span className={styles['remark']}>
          {attendee.attendedAt == null ? null : t`binnen om ${time(attendee.attendedAt)}`}
          {attendee.isWalkIn ? `, ${t`zonder aanmelding`}` : null}
        </span>
      </span>
      <Button variant="quiet" onPress={onUndo} aria-label={t`Ongedaan maken: ${attendee.name}`}>
        <Trans>Ongedaan maken</Trans>
      </Button>
    </div>
  );
}

function Remark({ attendee }: { attendee: Attendee }) {
  const { t } = useLingui();
  const remarks = [
    attendee.state === 'waitlisted' ? t`op de wachtlijst` : null,
    attendee.state === 'cancelled' ? t`had zich afgemeld` : null,
    attendee.needs ?? null,
  ].filter((remark) => remark !== null);
  return remarks.length === 0 ? null : <span className={styles['remark']}>{remarks.join(' · ')}</span>;
}

function Nobody({ search, view }: Pick<DoorListProps, 'search' | 'view'>) {
  const { t } = useLingui();
  if (search.trim() !== '') {
    return (
      <EmptyState level={2} icon="search" title={t`Deze naam staat niet op de lijst`}>
        <p>
          <Trans>Laat de persoon gerust binnen: druk hieronder op “Iemand extra”.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState level={2} icon="people" title={view === 'inside' ? t`Nog niemand binnen` : t`Iedereen is binnen`}>
      <p>
        {view === 'inside' ? (
          <Trans>Druk bij “Nog niet binnen” op een naam zodra iemand binnenkomt.</Trans>
        ) : (
          <Trans>Komt er nog iemand? Druk hieronder op “Iemand extra”.</Trans>
        )}
      </p>
    </EmptyState>
  );
}

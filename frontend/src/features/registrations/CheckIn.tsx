import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Button, LinkButton } from '@/ui/Button';
import { SegmentedControl } from '@/ui/SegmentedControl';
import { EmptyState } from '@/ui/States';
import styles from './CheckIn.module.css';
import { DoorCounter } from './DoorCounter';
import { DoorList } from './DoorList';
import { atDoor, type DoorView, figuresOf } from './doorList';
import { DoorSearch } from './DoorSearch';
import { doorListOptions, meetingOptions } from './queries';

const WalkInDialog = lazy(async () => ({ default: (await import('./WalkInDialog')).WalkInDialog }));

/** Others check people in at the same door: what they do comes through within this time. */
const renewEveryMs = 8_000;

/** Checking people in at the door, with one thumb on a phone. */
export function CheckIn({ meeting: id }: { meeting: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: meeting } = useSuspenseQuery(meetingOptions(slug, id));
  const isOpen = may(meeting, 'registrations.check-in');
  return (
    <Page title={t`Inchecken`} crumbs={[{ label: meeting.title, href: paths.meeting(slug, id) }]}>
      {isOpen ? <Door meeting={id} /> : <Closed meeting={id} />}
    </Page>
  );
}

function Door({ meeting }: { meeting: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: attendees } = useSuspenseQuery({
    ...doorListOptions(slug, meeting),
    refetchInterval: renewEveryMs,
  });
  const [search, setSearch] = useState('');
  const [view, setView] = useState<DoorView>('expected');
  const [isWalkIn, setWalkIn] = useState(false);
  const figures = figuresOf(attendees);
  const shown = atDoor(attendees, view, search);
  return (
    <div className={styles['door']}>
      <DoorCounter figures={figures} />
      <SegmentedControl
        label={t`Wie je ziet`}
        value={view}
        onChange={setView}
        options={[
          { value: 'expected', label: t`Nog niet binnen` },
          { value: 'inside', label: t`Binnen` },
        ]}
      />
      <DoorList meeting={meeting} attendees={shown} search={search} view={view} onLetIn={() => setSearch('')} />
      <div className={styles['reach']}>
        <DoorSearch value={search} onSearch={setSearch} />
        <Button icon="add" onPress={() => setWalkIn(true)}>
          <Trans>Iemand extra</Trans>
        </Button>
      </div>
      {isWalkIn ? (
        <Suspense fallback={null}>
          <WalkInDialog
            meeting={meeting}
            name={shown.length === 0 ? search : ''}
            onClose={() => {
              setWalkIn(false);
              setSearch('');
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

function Closed({ meeting }: { meeting: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  return (
    <EmptyState
      level={2}
      icon="clock"
      title={t`Inchecken kan nu niet`}
      action={<LinkButton href={paths.meeting(slug, meeting)}>{t`Naar de bijeenkomst`}</LinkButton>}
    >
      <p>
        <Trans>
          De kerngroep checkt mensen in vanaf twaalf uur voor het begin. Bij een bijeenkomst zonder namen tel je alleen
          hoeveel mensen er zijn.
        </Trans>
      </p>
    </EmptyState>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Button, LinkButton } from '@/ui/Button';
import { FlywheelEmblem } from '@/ui/Flywheel';
import { CardList, Columns, Row, Stack } from '@/ui/Layout';
import { SegmentedControl } from '@/ui/SegmentedControl';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { AttendanceChart } from './AttendanceChart';
import { MeetingCard } from './MeetingCard';
import { type AgendaFilter, MeetingFilters } from './MeetingFilters';
import styles from './MeetingList.module.css';
import { MeetingsFlywheel } from './MeetingsFlywheel';
import { agendaOptions, meetingsOptions } from './queries';

type MeetingListProps = {
  filter: AgendaFilter;
  onFilter: (filter: AgendaFilter) => void;
  /** What to do with a meeting, beside it: registering. */
  action: (meeting: MeetingSummary) => ReactNode;
};

/** The meetings that the filter in the address asks for. */
export function filteredOptions(organization: string, { zoek: q, soort: kind, gemeente: area, wanneer }: AgendaFilter) {
  const filter = { ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(area ? { area } : {}) };
  return wanneer === 'geweest'
    ? meetingsOptions(organization, { ...filter, state: 'held', sort: '-startsAt' })
    : agendaOptions(organization, filter);
}

/** The agenda of an organisation. */
export function MeetingList({ filter, onFilter, action }: MeetingListProps) {
  const { t } = useLingui();
  return (
    <Page
      look="hero"
      title={t`Kom praten over wat hier speelt`}
      intro={
        <p>
          <Trans>Kies een bijeenkomst en meld je aan. Vaak is iedereen welkom, ook als je geen lid bent.</Trans>
        </p>
      }
      aside={
        <MeetingsFlywheel>
          <FlywheelEmblem />
        </MeetingsFlywheel>
      }
    >
      <Stack>
        <MeetingFilters filter={filter} onFilter={onFilter} />
        <Columns main={<Found filter={filter} onFilter={onFilter} action={action} />} aside={<AttendanceChart />} />
      </Stack>
    </Page>
  );
}

function Found({ filter, onFilter, action }: MeetingListProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(filteredOptions(slug, filter));
  const period = filter.wanneer ?? 'komend';
  return (
    <Stack>
      <div className={styles['head']}>
        <p role="status" className={styles['count']}>
          <Count count={items.length} hasMore={more.hasMore} />
        </p>
        <SegmentedControl
          label={t`Komend of geweest`}
          value={period}
          options={[
            { value: 'komend', label: t`Komend` },
            { value: 'geweest', label: t`Geweest` },
          ]}
          onChange={(next) => onFilter({ ...filter, wanneer: next === 'geweest' ? next : undefined })}
        />
      </div>
      {items.length === 0 ? (
        <NothingFound filter={filter} onFilter={onFilter} />
      ) : (
        <CardList label={t`Bijeenkomsten`}>
          {items.map((meeting) => (
            <li key={meeting.id}>
              <MeetingCard level={2} meeting={meeting} action={action(meeting)} />
            </li>
          ))}
        </CardList>
      )}
      <ShowMore {...more} />
    </Stack>
  );
}

function Count({ count, hasMore }: { count: number; hasMore: boolean }) {
  if (hasMore) return <Trans>Meer dan {count} bijeenkomsten gevonden</Trans>;
  return <Plural value={count} one="# bijeenkomst gevonden" other="# bijeenkomsten gevonden" />;
}

function NothingFound({ filter, onFilter }: Omit<MeetingListProps, 'action'>) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const isFiltered = filter.zoek !== undefined || filter.soort !== undefined || filter.gemeente !== undefined;
  if (isFiltered) {
    return (
      <EmptyState
        level={2}
        icon="search"
        title={t`Niets gevonden`}
        action={<Button onPress={() => onFilter({ wanneer: filter.wanneer })}>{t`Wis de filters`}</Button>}
      >
        <p>
          <Trans>Probeer een ander woord, of kijk bij alle soorten en gemeenten.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      level={2}
      icon="calendar"
      title={filter.wanneer === 'geweest' ? t`Hier is nog niemand bij elkaar geweest` : t`Nog niets in de agenda`}
      action={
        <Row>
          <LinkButton href={paths.networks(slug)}>{t`Bekijk de netwerken`}</LinkButton>
        </Row>
      }
    >
      <p>
        <Trans>
          Netwerken plannen hun eigen bijeenkomsten. Word lid van een netwerk, dan hoor je het als er een komt.
        </Trans>
      </p>
    </EmptyState>
  );
}

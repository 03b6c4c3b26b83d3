import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MeetingState, MeetingSummary, Network } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useKeysetList } from '@/app/keysetList';
import { may, useOrganization } from '@/app/organization';
import { useNetwork } from '@/app/network';
import { paths } from '@/app/paths';
import { WorkspacePage } from '@/app/WorkspacePage';
import { Status } from '@/ui/Badge';
import { LinkButton } from '@/ui/Button';
import { type Column, DataTable } from '@/ui/DataTable';
import { Stack } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { SegmentedControl } from '@/ui/SegmentedControl';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { AttendanceChart } from './AttendanceChart';
import { states, stateTones } from './labels';
import { meetingsOptions } from './queries';

/** What a network's list shows; what is to come stands in order, what was the other way round. */
export function networkMeetingsOptions(organization: string, network: string, state: MeetingState) {
  return meetingsOptions(organization, {
    network,
    state,
    sort: state === 'published' || state === 'draft' ? 'startsAt' : '-startsAt',
  });
}

/** The meetings of a network, for who prepares them. */
export function NetworkMeetings() {
  const { t } = useLingui();
  const network = useNetwork();
  const [state, setState] = useState<MeetingState>('published');
  return (
    <WorkspacePage part="bijeenkomsten" actions={<ScheduleLink network={network} />}>
      <Stack gap="wide">
        <Stack>
          <SegmentedControl
            label={t`Welke bijeenkomsten`}
            value={state}
            onChange={setState}
            options={[
              { value: 'published', label: t`Komend` },
              { value: 'draft', label: t`Concept` },
              { value: 'held', label: t`Geweest` },
              { value: 'cancelled', label: t`Afgelast` },
            ]}
          />
          <MeetingTable network={network} state={state} />
        </Stack>
        <AttendanceChart network={network.id} />
      </Stack>
    </WorkspacePage>
  );
}

function ScheduleLink({ network }: { network: Network }) {
  const { slug } = useOrganization();
  if (!may(network, 'meetings.schedule')) return null;
  return (
    <LinkButton variant="primary" icon="add" href={paths.scheduleMeeting(slug, network.slug)}>
      <Trans>Plan een bijeenkomst</Trans>
    </LinkButton>
  );
}

function MeetingTable({ network, state }: { network: Network; state: MeetingState }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(networkMeetingsOptions(slug, network.id, state));
  const columns = useColumns(network.slug);
  return (
    <>
      <DataTable
        caption={t`Bijeenkomsten van ${network.name}`}
        captionShown="no"
        rows={items}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <EmptyState
            level={2}
            icon="calendar"
            title={t`Hier staat nog geen bijeenkomst`}
            action={<ScheduleLink network={network} />}
          >
            <p>
              <Trans>Plan een bijeenkomst als concept. Pas als je die publiceert, kunnen mensen zich aanmelden.</Trans>
            </p>
          </EmptyState>
        }
      />
      <ShowMore {...more} />
    </>
  );
}

function useColumns(network: string): Column<MeetingSummary>[] {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { shortDay, time } = useFormat();
  return [
    {
      id: 'title',
      header: t`Titel`,
      cell: ({ id, title }) => <Link href={paths.managedMeeting(slug, network, id)}>{title}</Link>,
    },
    { id: 'when', header: t`Wanneer`, cell: ({ startsAt }) => `${shortDay(startsAt)}, ${time(startsAt)}` },
    {
      id: 'registered',
      header: t`Aangemeld`,
      align: 'end',
      cell: ({ registered, capacity }) => (capacity == null ? registered : t`${registered} van ${capacity}`),
    },
    { id: 'waitlisted', header: t`Wachten`, align: 'end', cell: ({ waitlisted }) => waitlisted },
    { id: 'attended', header: t`Gekomen`, align: 'end', cell: ({ attended, walkIns }) => attended + walkIns },
    { id: 'state', header: t`Staat`, cell: (meeting) => <StateOf meeting={meeting} /> },
  ];
}

function StateOf({ meeting }: { meeting: MeetingSummary }) {
  const { t, i18n } = useLingui();
  if (may(meeting, 'meetings.hold')) return <Status tone="warn">{t`Nog afronden`}</Status>;
  return <Status tone={stateTones[meeting.state]}>{i18n._(states[meeting.state])}</Status>;
}

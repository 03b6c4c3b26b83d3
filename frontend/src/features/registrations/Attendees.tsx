import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Attendee, Meeting, RegistrationState } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useKeysetList } from '@/app/keysetList';
import { may, useOrganization } from '@/app/organization';
import { Status } from '@/ui/Badge';
import { type Column, DataTable } from '@/ui/DataTable';
import { Section, Stack } from '@/ui/Layout';
import { SegmentedControl } from '@/ui/SegmentedControl';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { CancelForAttendee } from './CancelForAttendee';
import { attendeesOptions } from './queries';

/** Who comes to a meeting, for its hosts. */
export function Attendees({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  const [state, setState] = useState<RegistrationState>('registered');
  return (
    <Section title={t`Aanmeldingen`}>
      <Stack>
        <SegmentedControl
          label={t`Welke aanmeldingen`}
          value={state}
          onChange={setState}
          options={[
            { value: 'registered', label: t`Komen` },
            { value: 'waitlisted', label: t`Wachtlijst` },
            { value: 'cancelled', label: t`Afgemeld` },
          ]}
        />
        <AttendeeTable meeting={meeting} state={state} />
      </Stack>
    </Section>
  );
}

function AttendeeTable({ meeting, state }: { meeting: Meeting; state: RegistrationState }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(attendeesOptions(slug, meeting.id, state));
  const columns = useColumns(meeting, state, items);
  return (
    <>
      <DataTable
        caption={t`Aanmeldingen voor ${meeting.title}`}
        captionShown="no"
        rows={items}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <EmptyState icon="people" title={state === 'registered' ? t`Nog geen aanmeldingen` : t`Hier staat niemand`}>
            <p>
              <Trans>
                Wie zich aanmeldt, staat hier meteen. Deel de pagina van de bijeenkomst met mensen die je kent.
              </Trans>
            </p>
          </EmptyState>
        }
      />
      <ShowMore {...more} />
    </>
  );
}

function useColumns(meeting: Meeting, state: RegistrationState, items: readonly Attendee[]): Column<Attendee>[] {
  const { t } = useLingui();
  const { shortDay, time } = useFormat();
  return [
    { id: 'name', header: t`Naam`, cell: ({ name }) => name },
    ...(state === 'waitlisted'
      ? [{ id: 'place', header: t`Volgorde`, align: 'end' as const, cell: ({ place }: Attendee) => place }]
      : []),
    { id: 'since', header: t`Aangemeld op`, cell: ({ registeredAt }) => shortDay(registeredAt) },
    { id: 'needs', header: t`Nodig`, cell: ({ needs }) => needs },
    ...(state === 'registered'
      ? [
          {
            id: 'came',
            header: t`Gekomen`,
            cell: ({ attendedAt, isWalkIn }: Attendee) =>
              attendedAt == null ? null : (
                <Status tone="ok">{isWalkIn ? t`${time(attendedAt)}, zonder plek` : time(attendedAt)}</Status>
              ),
          },
        ]
      : []),
    ...(items.some(mayCancel)
      ? [
          {
            id: 'actions',
            header: t`Wat je kunt doen`,
            kind: 'actions' as const,
            cell: (attendee: Attendee) => cancelButton(meeting, attendee),
          },
        ]
      : []),
  ];
}

function cancelButton(meeting: Meeting, attendee: Attendee) {
  return mayCancel(attendee) ? <CancelForAttendee meeting={meeting} attendee={attendee} /> : null;
}

function mayCancel(attendee: Attendee): boolean {
  return may(attendee, 'registrations.cancel');
}

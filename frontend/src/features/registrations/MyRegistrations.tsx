import { Trans, useLingui } from '@lingui/react/macro';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useGradually, useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { useWhereabouts } from '@/app/whereabouts';
import { Status } from '@/ui/Badge';
import { LinkButton } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { DataTable } from '@/ui/DataTable';
import { DateTile } from '@/ui/DateTile';
import { CardList, Section } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { ownRegistrationsOptions } from './queries';

/** The meetings you go to or wait for; a part of your own page. */
export function MyRegistrations() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { line } = useWhereabouts();
  const { items } = useKeysetList(ownRegistrationsOptions(slug));
  const ahead = items.filter(isAhead).toReversed();
  return (
    <Section title={t`Mijn bijeenkomsten`}>
      {ahead.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={t`Je bent nergens voor aangemeld`}
          action={<LinkButton href={paths.meetings(slug)}>{t`Bekijk de agenda`}</LinkButton>}
        >
          <p>
            <Trans>Kies een bijeenkomst in de agenda en meld je aan. Daarna staat die hier.</Trans>
          </p>
        </EmptyState>
      ) : (
        <CardList label={t`Mijn bijeenkomsten`}>
          {ahead.map((meeting) => (
            <li key={meeting.id}>
              <Card
                lead={<DateTile startsAt={meeting.startsAt} timeZone={meeting.timeZone} />}
                badges={<Standing meeting={meeting} />}
                title={meeting.title}
                href={paths.meeting(slug, meeting.id)}
              >
                <p>{line(meeting)}</p>
              </Card>
            </li>
          ))}
        </CardList>
      )}
    </Section>
  );
}

/** How many past meetings stand there at first. */
const pastAtOnce = 5;

/** The meetings you were registered for, the last one first; nothing when there are none. */
export function MyPastRegistrations() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { shortDay } = useFormat();
  const { items, more } = useKeysetList(ownRegistrationsOptions(slug));
  const past = useGradually({ items: items.filter((meeting) => !isAhead(meeting)), more }, pastAtOnce);
  if (past.items.length === 0) return null;
  return (
    <Section title={t`Hier was je voor aangemeld`}>
      <DataTable
        caption={t`Bijeenkomsten van eerder`}
        captionShown="no"
        rows={past.items}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'title',
            header: t`Bijeenkomst`,
            cell: (meeting) => linkTo(meeting, slug),
          },
          { id: 'day', header: t`Wanneer`, cell: ({ startsAt }) => shortDay(startsAt) },
          { id: 'standing', header: t`Gekomen`, cell: (meeting) => standing(meeting) },
        ]}
      />
      <ShowMore {...past.more} />
    </Section>
  );
}

function linkTo({ id, title }: MeetingSummary, organization: string) {
  return <Link href={paths.meeting(organization, id)}>{title}</Link>;
}

/** A cell without a standing stays truly empty: a table on a phone leaves it out. */
function standing(meeting: MeetingSummary) {
  return meeting.state === 'cancelled' || meeting.registration?.attendedAt != null ? (
    <Standing meeting={meeting} />
  ) : null;
}

function Standing({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useLingui();
  if (meeting.state === 'cancelled') return <Status tone="bad">{t`Gaat niet door`}</Status>;
  if (meeting.registration?.attendedAt != null) return <Status tone="ok">{t`Je was er`}</Status>;
  return meeting.registration?.state === 'waitlisted' ? (
    <Status tone="accent">{t`Wachtlijst`}</Status>
  ) : (
    <Status tone="ok">{t`Je bent aangemeld`}</Status>
  );
}

function isAhead({ endsAt, state }: MeetingSummary): boolean {
  return state !== 'held' && new Date(endsAt).getTime() > Date.now();
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { useWhereabouts } from '@/app/whereabouts';
import { Status } from '@/ui/Badge';
import { LinkButton } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { DateTile } from '@/ui/DateTile';
import { CardList, Section } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { ownRegistrationsOptions } from './queries';

/** The meetings you go to, wait for, or went to; a part of your own page. */
export function MyRegistrations() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(ownRegistrationsOptions(slug));
  const ahead = items.filter(isAhead).toReversed();
  const past = items.filter((meeting) => !isAhead(meeting));
  return (
    <>
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
          <List label={t`Mijn bijeenkomsten`} meetings={ahead} />
        )}
      </Section>
      {past.length > 0 ? (
        <Section title={t`Hier was je voor aangemeld`}>
          <List label={t`Hier was je voor aangemeld`} meetings={past} />
        </Section>
      ) : null}
      <ShowMore {...more} />
    </>
  );
}

function List({ label, meetings }: { label: string; meetings: readonly MeetingSummary[] }) {
  const { slug } = useOrganization();
  const { line } = useWhereabouts();
  return (
    <CardList label={label}>
      {meetings.map((meeting) => (
        <li key={meeting.id}>
          <Card
            lead={<DateTile startsAt={meeting.startsAt} timeZone={meeting.timeZone} />}
            title={meeting.title}
            href={paths.meeting(slug, meeting.id)}
            aside={<Standing meeting={meeting} />}
          >
            <p>{line(meeting)}</p>
          </Card>
        </li>
      ))}
    </CardList>
  );
}

function Standing({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useLingui();
  if (meeting.state === 'cancelled') return <Status tone="bad">{t`Gaat niet door`}</Status>;
  if (meeting.registration?.attendedAt != null) return <Status tone="ok">{t`Je was er`}</Status>;
  if (!isAhead(meeting)) return null;
  return meeting.registration?.state === 'waitlisted' ? (
    <Status tone="accent">{t`Wachtlijst`}</Status>
  ) : (
    <Status tone="ok">{t`Je bent aangemeld`}</Status>
  );
}

function isAhead({ endsAt, state }: MeetingSummary): boolean {
  return state !== 'held' && new Date(endsAt).getTime() > Date.now();
}

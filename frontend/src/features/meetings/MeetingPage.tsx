import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Meeting } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useWhereabouts } from '@/app/whereabouts';
import { Badge, Status } from '@/ui/Badge';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Facts } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import { audiences, kinds, kindTones, states, stateTones } from './labels';
import styles from './MeetingPage.module.css';
import { meetingOptions } from './queries';

type MeetingPageProps = {
  meeting: string;
  /** Where you stand with it: registering, waiting, cancelling. */
  registration: (meeting: Meeting) => ReactNode;
};

/** A meeting: what, when, where, for whom, and how to come. */
export function MeetingPage({ meeting: id, registration }: MeetingPageProps) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const { data: meeting } = useSuspenseQuery(meetingOptions(slug, id));
  const { moment } = useFormat();
  return (
    <Page
      title={meeting.title}
      crumbs={[{ label: t`Agenda`, href: paths.meetings(slug) }]}
      badges={
        <>
          <Badge tone={kindTones[meeting.kind]}>{i18n._(kinds[meeting.kind])}</Badge>
          {meeting.state === 'published' ? null : (
            <Status tone={stateTones[meeting.state]}>{i18n._(states[meeting.state])}</Status>
          )}
        </>
      }
      intro={<p>{moment(meeting.startsAt)}</p>}
      actions={<Work meeting={meeting} />}
    >
      {meeting.state === 'cancelled' ? (
        <Notice tone="bad" title={t`Deze bijeenkomst gaat niet door`}>
          {meeting.stateReason ? <PlainText>{meeting.stateReason}</PlainText> : null}
        </Notice>
      ) : null}
      <div className={styles['layout']}>
        {registration(meeting)}
        <div className={styles['content']}>
          {meeting.summary === '' ? null : <PlainText>{meeting.summary}</PlainText>}
          <Panel>
            <MeetingFacts meeting={meeting} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const { day, period, list } = useFormat();
  const { place } = useWhereabouts();
  const hosts = meeting.hosts.map(({ name }) => name);
  const facts = [
    { term: t`Wanneer`, value: `${day(meeting.startsAt)}, ${period(meeting.startsAt, meeting.endsAt)}` },
    { term: t`Waar`, value: place(meeting) || t`Dat hoor je nog` },
    {
      term: t`Van`,
      value: <Link href={paths.network(slug, meeting.network.slug)}>{meeting.network.name}</Link>,
    },
    { term: t`Voor wie`, value: i18n._(audiences[meeting.audience]) },
    ...optional(t`Samen met`, list(hosts)),
    ...optional(t`Gemeente of provincie`, meeting.area?.name ?? ''),
    ...optional(t`Taal en hulp`, meeting.languageNote),
    ...optional(t`Toegankelijkheid`, meeting.accessibilityNote),
  ];
  return <Facts facts={facts} />;
}

function optional(term: string, text: string) {
  return text === '' ? [] : [{ term, value: <PlainText>{text}</PlainText> }];
}

/** Links to the work, for who prepares the meeting or stands at its door. */
function Work({ meeting }: { meeting: Meeting }) {
  const { slug } = useOrganization();
  const isHost = may(meeting, 'meetings.change') || may(meeting, 'registrations.list');
  const isAtDoor = may(meeting, 'registrations.check-in');
  if (!isHost && !isAtDoor) return null;
  return (
    <>
      {isAtDoor ? (
        <LinkButton variant="primary" icon="checkIn" href={paths.checkIn(slug, meeting.id)}>
          <Trans>Check mensen in</Trans>
        </LinkButton>
      ) : null}
      {isHost ? (
        <LinkButton icon="settings" href={paths.managedMeeting(slug, meeting.network.slug, meeting.id)}>
          <Trans>Beheer</Trans>
        </LinkButton>
      ) : null}
    </>
  );
}

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
import { Facts, Row, Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import { audiences, kinds, kindTones, states, stateTones } from './labels';
import { MeetingDeeds } from './MeetingDeeds';
import { meetingOptions } from './queries';

type ManagedMeetingProps = {
  meeting: string;
  /** Who comes, for who may know. */
  attendees: (meeting: Meeting) => ReactNode;
};

/** A meeting for its hosts: how it stands, what is next, who comes. */
export function ManagedMeeting({ meeting: id, attendees }: ManagedMeetingProps) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const { moment } = useFormat();
  const { data: meeting } = useSuspenseQuery(meetingOptions(slug, id));
  return (
    <Page
      title={meeting.title}
      crumbs={[
        { label: meeting.network.name, href: paths.network(slug, meeting.network.slug) },
        { label: t`Bijeenkomsten`, href: paths.networkWorkspace(slug, meeting.network.slug, 'bijeenkomsten') },
      ]}
      badges={
        <>
          <Badge tone={kindTones[meeting.kind]}>{i18n._(kinds[meeting.kind])}</Badge>
          <Status tone={stateTones[meeting.state]}>{i18n._(states[meeting.state])}</Status>
        </>
      }
      intro={<p>{moment(meeting.startsAt)}</p>}
    >
      <Stack>
        <NextStep meeting={meeting} />
        <Row>
          <MeetingDeeds meeting={meeting} />
          <LinkButton icon="external" href={paths.meeting(slug, id)}>
            <Trans>Bekijk de pagina</Trans>
          </LinkButton>
        </Row>
        <Panel>
          <Figures meeting={meeting} />
        </Panel>
        {may(meeting, 'registrations.list') && meeting.attendance === 'named' ? attendees(meeting) : null}
      </Stack>
    </Page>
  );
}

/** What the hosts do now, in a sentence. */
function NextStep({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  if (meeting.state === 'cancelled') {
    return (
      <Notice tone="bad" title={t`Gaat niet door`}>
        {meeting.stateReason ? <PlainText>{meeting.stateReason}</PlainText> : null}
      </Notice>
    );
  }
  if (may(meeting, 'meetings.publish')) {
    return (
      <Notice title={t`Dit is een concept`}>
        <p>
          <Trans>Klopt alles? Publiceer de bijeenkomst, dan kunnen mensen zich aanmelden.</Trans>
        </p>
      </Notice>
    );
  }
  if (may(meeting, 'meetings.hold')) {
    return (
      <Notice tone="warn" title={t`Rond de bijeenkomst af`}>
        <p>
          <Trans>Zeg dat de bijeenkomst geweest is. Dan tellen de aantallen mee in de cijfers.</Trans>
        </p>
      </Notice>
    );
  }
  return null;
}

function Figures({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useLingui();
  const { period, percentage } = useFormat();
  const { place } = useWhereabouts();
  const { registered, capacity, waitlisted, attended, walkIns, showRate } = meeting;
  const people =
    meeting.attendance === 'count-only'
      ? [{ term: t`Aanwezig`, value: attended }]
      : [
          { term: t`Aangemeld`, value: capacity == null ? registered : t`${registered} van ${capacity}` },
          { term: t`Op de wachtlijst`, value: waitlisted },
          { term: t`Gekomen`, value: walkIns > 0 ? t`${attended}, en ${walkIns} zonder aanmelding` : attended },
        ];
  return (
    <Facts
      facts={[
        ...people,
        ...(showRate == null ? [] : [{ term: t`Opkomst`, value: percentage(showRate / 100) }]),
        { term: t`Tijd`, value: period(meeting.startsAt, meeting.endsAt) },
        { term: t`Plaats`, value: place(meeting) || t`Nog niet bekend` },
        { term: t`Voor wie`, value: i18n._(audiences[meeting.audience]) },
      ]}
    />
  );
}

import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { useWhereabouts } from '@/app/whereabouts';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { DateTile } from '@/ui/DateTile';
import { CapacityBar } from '@/ui/Meter';
import { audiences, kinds, kindTones } from './labels';

type MeetingCardProps = {
  meeting: MeetingSummary;
  /** Heading level of the title. */
  level?: 2 | 3;
  /** The one thing to do: "Meld je aan". */
  action?: ReactNode;
};

/** A meeting in a list: when, what, where, and how full it is. */
export function MeetingCard({ meeting, level = 3, action }: MeetingCardProps) {
  const { i18n } = useLingui();
  const { slug } = useOrganization();
  const { line } = useWhereabouts();
  return (
    <Card
      level={level}
      lead={<DateTile startsAt={meeting.startsAt} timeZone={meeting.timeZone} />}
      badges={
        <>
          <Badge tone={kindTones[meeting.kind]}>{i18n._(kinds[meeting.kind])}</Badge>
          <Badge>{meeting.area?.name ?? meeting.network.name}</Badge>
        </>
      }
      title={meeting.title}
      href={paths.meeting(slug, meeting.id)}
      aside={<Seats meeting={meeting} action={action} />}
    >
      <p>{line(meeting)}</p>
      {meeting.audience === 'public' ? null : <p>{i18n._(audiences[meeting.audience])}</p>}
    </Card>
  );
}

function Seats({ meeting, action }: Pick<MeetingCardProps, 'meeting' | 'action'>) {
  const { t } = useLingui();
  if (meeting.attendance === 'count-only') return <p>{t`Aanmelden hoeft niet`}</p>;
  return (
    <>
      {meeting.state === 'held' ? (
        <Came meeting={meeting} />
      ) : (
        <CapacityBar
          taken={meeting.registered}
          waiting={meeting.waitlisted}
          {...(meeting.capacity == null ? {} : { capacity: meeting.capacity })}
        />
      )}
      {action}
    </>
  );
}

function Came({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useLingui();
  return <p>{t`${meeting.registered} aangemeld, ${meeting.attended} gekomen`}</p>;
}

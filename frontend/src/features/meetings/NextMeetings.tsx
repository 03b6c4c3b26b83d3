import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { CardList, Section } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { MeetingCard } from './MeetingCard';
import { agendaOptions } from './queries';

type NextMeetingsProps = {
  /** Id of a network, to show its meetings only. */
  network?: string;
  /** What to do with a meeting, beside it: registering. */
  action?: (meeting: MeetingSummary) => ReactNode;
};

const shown = 3;

/** What a loader fetches for `NextMeetings`. */
export function nextMeetingsOptions(organization: string, network?: string) {
  return agendaOptions(organization, { pageSize: shown, ...(network ? { network } : {}) });
}

/** The first meetings to come, of the organisation or of one network; a part of another page. */
export function NextMeetings({ network, action }: NextMeetingsProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items } = useKeysetList(nextMeetingsOptions(slug, network));
  const next = items.slice(0, shown);
  return (
    <Section
      title={t`Eerstvolgende bijeenkomsten`}
      action={<LinkButton variant="quiet" width="flush" href={paths.meetings(slug)}>{t`Hele agenda`}</LinkButton>}
    >
      {next.length === 0 ? (
        <EmptyState icon="calendar" title={t`Nog niets gepland voor jou`}>
          <p>
            <Trans>
              Sommige bijeenkomsten zijn alleen voor leden. Komt er een waar jij bij kunt zijn, dan staat die hier.
            </Trans>
          </p>
        </EmptyState>
      ) : (
        <CardList label={t`Eerstvolgende bijeenkomsten`}>
          {next.map((meeting) => (
            <li key={meeting.id}>
              <MeetingCard meeting={meeting} action={action?.(meeting)} />
            </li>
          ))}
        </CardList>
      )}
    </Section>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Network } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { networkOptions, workspaceParts } from '@/app/network';
import { kindLabels, opennessLabels } from '@/app/networkLabels';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Badge, Status } from '@/ui/Badge';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Columns, Facts, Section, Stack } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import { CoreGroup } from './CoreGroup';
import { GoalProgress } from './GoalProgress';
import { stateLabels, stateTones } from './labels';
import { MembersRing } from './MembersRing';
import { NetworkActions } from './NetworkActions';

type NetworkPageProps = {
  /** Slug of the network. */
  network: string;
  /** Joining and leaving, of the memberships. */
  join: ReactNode;
  /** Next meetings, of the meetings; without it a line with how many there are. */
  meetings?: ReactNode;
  /** Vacancies, of the positions. */
  vacancies?: ReactNode;
};

/** The page of a network: what it is for, who answers for it, and how to take part. */
export function NetworkPage({ network: networkSlug, join, meetings, vacancies }: NetworkPageProps) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const { data: network } = useSuspenseQuery(networkOptions(slug, networkSlug));
  return (
    <Page
      title={network.name}
      crumbs={[{ label: t`Netwerken`, href: paths.networks(slug) }]}
      badges={
        <>
          <Badge tone={network.kind === 'theme' ? 'brand' : 'accent'}>{i18n._(kindLabels[network.kind])}</Badge>
          <Status tone={stateTones[network.state]}>{i18n._(stateLabels[network.state])}</Status>
        </>
      }
      intro={<p>{network.purpose}</p>}
      actions={<HeaderActions network={network} />}
      aside={<MembersRing network={network} />}
    >
      <StateNotice network={network} />
      <Columns
        main={
          <Stack gap="wide">
            {join}
            {network.about === '' ? null : (
              <Section title={t`Over dit netwerk`}>
                <PlainText>{network.about}</PlainText>
              </Section>
            )}
            {meetings ?? <MeetingsAhead count={network.meetingsAhead} />}
            <CoreGroup coreGroup={network.coreGroup} />
            {vacancies}
          </Stack>
        }
        aside={<Figures network={network} />}
      />
    </Page>
  );
}

function HeaderActions({ network }: { network: Network }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const isOpen = workspaceParts(network).length > 0;
  return (
    <>
      {isOpen ? (
        <LinkButton
          icon="settings"
          href={paths.networkWorkspace(slug, network.slug)}
        >{t`Beheer dit netwerk`}</LinkButton>
      ) : null}
      <NetworkActions network={network} />
    </>
  );
}

function StateNotice({ network }: { network: Network }) {
  const { t } = useLingui();
  const { dayOn } = useFormat();
  const { state, coreGroup, endedOn, endReason } = network;
  if (state === 'proposed') {
    return (
      <Notice title={t`Dit netwerk start binnenkort`}>
        <p>
          <Trans>Het plan is goedgekeurd. Zodra het netwerk van start gaat, kun je hier lid worden.</Trans>
        </p>
      </Notice>
    );
  }
  if (state === 'dormant') {
    return (
      <Notice tone="warn" title={t`Dit netwerk rust`}>
        <p>
          <Trans>
            De kerngroep is te klein: {coreGroup.size} van minstens {coreGroup.minimum} mensen. Word lid en help het
            weer op gang.
          </Trans>
        </p>
      </Notice>
    );
  }
  if (state === 'ended') {
    return (
      <Notice title={endedOn == null ? t`Dit netwerk is gestopt` : t`Dit netwerk is gestopt op ${dayOn(endedOn)}`}>
        <p>{endReason}</p>
      </Notice>
    );
  }
  return null;
}

function MeetingsAhead({ count }: { count: number }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  return (
    <Section title={t`Bijeenkomsten`} action={<Link href={paths.meetings(slug)}>{t`Bekijk de agenda`}</Link>}>
      <p>
        <Plural
          value={count}
          _0="Er staat nog geen bijeenkomst gepland."
          one="Er staat # bijeenkomst gepland."
          other="Er staan # bijeenkomsten gepland."
        />
      </p>
    </Section>
  );
}

function Figures({ network }: { network: Network }) {
  const { t, i18n } = useLingui();
  const { dayOn, number } = useFormat();
  const day = (term: string, on: string | null | undefined) => (on == null ? [] : [{ term, value: dayOn(on) }]);
  return (
    <Stack>
      {network.goal == null ? null : (
        <Section title={t`Groeidoel`}>
          <GoalProgress network={network} />
        </Section>
      )}
      <Panel>
        <Facts
          facts={[
            { term: t`Leden`, value: number(network.members) },
            { term: t`Lid worden`, value: i18n._(opennessLabels[network.openness]) },
            ...day(t`Begonnen op`, network.startsOn),
            ...day(t`Evaluatie op`, network.evaluationOn),
            ...day(t`Loopt tot en met`, network.endsOn),
          ]}
        />
      </Panel>
    </Stack>
  );
}

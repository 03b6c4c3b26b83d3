import { Plural, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Network } from '@/api/gen/types.gen';
import { networkOptions, workspaceParts } from '@/app/network';
import { kindLabels } from '@/app/networkLabels';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Badge, Status } from '@/ui/Badge';
import { LinkButton } from '@/ui/Button';
import { Columns, Section, Stack } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { PlainText } from '@/ui/PlainText';
import { CoreGroup } from './CoreGroup';
import { stateLabels, stateTones } from './labels';
import { MembersRing } from './MembersRing';
import { NetworkActions } from './NetworkActions';
import { NetworkFigures } from './NetworkFigures';
import { StateNotice } from './StateNotice';

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
      aside={
        // A phone shows the same figures below, and first how to take part.
        <div data-decor>
          <MembersRing network={network} />
        </div>
      }
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
        aside={<NetworkFigures network={network} />}
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

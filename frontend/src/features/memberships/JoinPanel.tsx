import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Network } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { networkOptions } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { useSessionStatus } from '@/app/session';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Row, Stack } from '@/ui/Layout';
import { Status } from '@/ui/Badge';
import { JoinForm } from './JoinForm';
import { LeaveButton } from './LeaveButton';

/** Joining a network, or leaving it: what the reader can do now, or why not and what then. */
export function JoinPanel({ network: networkSlug }: { network: string }) {
  const { slug } = useOrganization();
  const { data: network } = useSuspenseQuery(networkOptions(slug, networkSlug));
  const state = network.membership?.state;
  if (state === 'active') return <Joined network={network} />;
  if (state === 'requested') return <Requested network={network} />;
  if (may(network, 'memberships.join')) return <JoinForm network={network} />;
  return <NotForYou network={network} />;
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Panel>
        <Stack>{children}</Stack>
      </Panel>
    </section>
  );
}

function Joined({ network }: { network: Network }) {
  const { t } = useLingui();
  const { shortDay } = useFormat();
  const since = network.membership?.joinedAt;
  return (
    <Block title={t`Jouw lidmaatschap`}>
      <p>
        <Status tone="ok">
          <Trans>Je bent lid van dit netwerk</Trans>
        </Status>
      </p>
      {since == null ? null : (
        <p>
          <Trans>Je doet mee sinds {shortDay(since)}.</Trans>
        </p>
      )}
      <Row>
        <LeaveButton network={network} />
      </Row>
    </Block>
  );
}

function Requested({ network }: { network: Network }) {
  const { t } = useLingui();
  return (
    <Block title={t`Jouw aanvraag`}>
      <p>
        <Status tone="accent">
          <Trans>De kerngroep bekijkt je aanvraag</Trans>
        </Status>
      </p>
      <p>
        <Trans>Je krijgt een mail zodra er een antwoord is.</Trans>
      </p>
      <Row>
        <LeaveButton network={network} />
      </Row>
    </Block>
  );
}

const running = new Set<Network['state']>(['pilot', 'active', 'evaluating', 'dormant']);

/** The API does not offer joining: to a visitor, to who does not belong to the organisation, or to anyone at all now. */
function NotForYou({ network }: { network: Network }) {
  const { t } = useLingui();
  const { slug, name } = useOrganization();
  const status = useSessionStatus();
  if (!running.has(network.state)) return null;
  if (status !== 'signed-in') {
    return (
      <Block title={t`Doe mee`}>
        <h2>{t`Doe mee`}</h2>
        <p>
          <Trans>Log in om lid te worden van dit netwerk. Heb je nog geen account? Dat maak je zo.</Trans>
        </p>
        <Row>
          <LinkButton
            variant="primary"
            href={paths.signIn(slug, paths.network(slug, network.slug))}
          >{t`Log in`}</LinkButton>
          <LinkButton href={paths.register(slug)}>{t`Maak een account`}</LinkButton>
        </Row>
      </Block>
    );
  }
  return (
    <Block title={t`Doe mee`}>
      <h2>{t`Doe mee`}</h2>
      {network.openness === 'members-only' ? (
        <>
          <p>
            <Trans>Dit netwerk is voor leden van {name}. Je staat hier niet als lid.</Trans>
          </p>
          <p>
            <Trans>Ben je wel lid? Vraag het kantoor om je zo in te schrijven.</Trans>
          </p>
        </>
      ) : (
        <p>
          <Trans>Je hoort nog niet bij {name}. Meld je eerst daar aan, dan kun je lid worden van netwerken.</Trans>
        </p>
      )}
      <Row>
        <LinkButton href={paths.register(slug)}>{t`Meld je aan bij ${name}`}</LinkButton>
        <LinkButton href={paths.networks(slug)}>{t`Bekijk andere netwerken`}</LinkButton>
      </Row>
    </Block>
  );
}

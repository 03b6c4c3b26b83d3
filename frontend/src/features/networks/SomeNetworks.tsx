import { Trans, useLingui } from '@lingui/react/macro';
import { useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { CardGrid, Section } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { NetworkCard } from './NetworkCard';
import { networksOptions } from './queries';

/** Two rows on a wide screen, no endless scroll on a phone. */
const shown = 6;

/** What a loader fetches for `SomeNetworks`. */
export function someNetworksOptions(organization: string) {
  return networksOptions(organization, {});
}

/** The first networks by name, with the way to all; a part of another page. */
export function SomeNetworks() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items } = useKeysetList(someNetworksOptions(slug));
  const running = items.filter(({ state }) => state !== 'ended' && state !== 'dormant').slice(0, shown);
  return (
    <Section
      title={t`Netwerken`}
      action={<LinkButton variant="quiet" width="flush" href={paths.networks(slug)}>{t`Alle netwerken`}</LinkButton>}
    >
      {running.length === 0 ? (
        <EmptyState
          icon="network"
          title={t`Er zijn nog geen netwerken`}
          action={<LinkButton href={paths.startNetwork(slug)}>{t`Start het eerste netwerk`}</LinkButton>}
        >
          <p>
            <Trans>Een netwerk begint met een paar mensen en een plan. Dat kun jij zijn.</Trans>
          </p>
        </EmptyState>
      ) : (
        <CardGrid label={t`Netwerken`}>
          {running.map((network) => (
            <li key={network.id}>
              <NetworkCard level={3} network={network} />
            </li>
          ))}
        </CardGrid>
      )}
    </Section>
  );
}

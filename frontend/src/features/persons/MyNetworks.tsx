import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { Status } from '@/ui/Badge';
import { LinkButton } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CardGrid, Section } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { personOptions } from './queries';

/** The networks I am in or asked to join. Only I see this list. */
export function MyNetworks({ person }: { person: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data } = useSuspenseQuery(personOptions(slug, person));
  const networks = data.value.memberships ?? [];
  return (
    <Section title={t`Mijn netwerken`}>
      {networks.length === 0 ? (
        <EmptyState
          icon="network"
          title={t`Je bent nog bij geen netwerk`}
          action={<LinkButton href={paths.networks(slug)}>{t`Bekijk de netwerken`}</LinkButton>}
        >
          <p>
            <Trans>Zoek een onderwerp of een groep die bij je past. Je mag bij zoveel netwerken als je wilt.</Trans>
          </p>
        </EmptyState>
      ) : (
        <CardGrid label={t`Mijn netwerken`}>
          {networks.map((network) => (
            <li key={network.networkId}>
              <Card
                title={network.name}
                href={paths.network(slug, network.slug)}
                badges={
                  network.isRequested ? (
                    <Status tone="accent">{t`Wacht op de kerngroep`}</Status>
                  ) : (
                    <Status tone="ok">{t`Je hoort erbij`}</Status>
                  )
                }
              />
            </li>
          ))}
        </CardGrid>
      )}
    </Section>
  );
}

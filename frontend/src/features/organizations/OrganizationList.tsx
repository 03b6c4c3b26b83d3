import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { OrganizationSummary } from '@/api/gen/types.gen';
import { useKeysetList } from '@/app/keysetList';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { FlywheelEmblem } from '@/ui/Flywheel';
import { CardGrid } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { OrganizationMark } from './OrganizationMark';
import { organizationsOptions } from './queries';

/** A new kind in the API does not compile without a label here. */
const kinds: Record<OrganizationSummary['kind'], MessageDescriptor> = {
  party: msg`Politieke partij`,
  umbrella: msg`Koepel`,
  civic: msg`Burgernetwerk`,
};

/** The organisations on this server. */
export function OrganizationList() {
  const { t } = useLingui();
  const { items, more } = useKeysetList(organizationsOptions());
  return (
    <Page
      look="hero"
      title={t`Ledennetwerken die blijven draaien`}
      intro={
        <p>
          <Trans>Vind mensen die hetzelfde belangrijk vinden, kom bij elkaar en krijg samen iets voor elkaar.</Trans>
        </p>
      }
      aside={<FlywheelEmblem />}
    >
      {items.length === 0 ? (
        <EmptyState level={2} title={t`Hier staat nog geen organisatie`}>
          <p>
            <Trans>De beheerder van deze server maakt de eerste organisatie aan. Daarna verschijnt die hier.</Trans>
          </p>
        </EmptyState>
      ) : (
        <CardGrid label={t`Organisaties`}>
          {items.map((organization) => (
            <li key={organization.slug}>
              <OrganizationCard organization={organization} />
            </li>
          ))}
        </CardGrid>
      )}
      <ShowMore {...more} />
    </Page>
  );
}

function OrganizationCard({ organization }: { organization: OrganizationSummary }) {
  const { i18n } = useLingui();
  return (
    <Card
      level={2}
      lead={<OrganizationMark theme={organization.theme} />}
      title={organization.name}
      href={paths.start(organization.slug)}
      badges={<Badge>{i18n._(kinds[organization.kind])}</Badge>}
    />
  );
}

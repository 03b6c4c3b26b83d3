import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/States';
import { useNetwork } from './network';
import { useOrganization } from './organization';
import { Page } from './Page';
import { paths } from './paths';

/** In place of a network's workspace for who does not run it. */
export function NoWorkspace() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  return (
    <Page
      title={network.name}
      crumbs={[
        { label: t`Netwerken`, href: paths.networks(slug) },
        { label: network.name, href: paths.network(slug, network.slug) },
      ]}
    >
      <EmptyState
        level={2}
        icon="people"
        title={t`Deze pagina is voor de kerngroep`}
        action={
          <LinkButton variant="primary" href={paths.network(slug, network.slug)}>{t`Naar de netwerkpagina`}</LinkButton>
        }
      >
        <p>
          <Trans>Hier regelt de kerngroep het netwerk. Hoor je daar nu ook bij? Log dan uit en weer in.</Trans>
        </p>
      </EmptyState>
    </Page>
  );
}

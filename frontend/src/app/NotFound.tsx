import { Trans, useLingui } from '@lingui/react/macro';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/States';
import { Page } from './Page';
import { paths } from './paths';
import { useOptionalOrganization } from './organization';

/** For an address without a screen, and for things that are absent or not for this reader to know. */
export function NotFound() {
  const { t } = useLingui();
  const organization = useOptionalOrganization();
  return (
    <Page title={t`Niet gevonden`}>
      <EmptyState
        level={2}
        title={t`Deze pagina is er niet`}
        action={
          <LinkButton variant="primary" href={organization ? paths.start(organization.slug) : paths.home()}>
            {organization ? t`Naar de startpagina` : t`Naar alle organisaties`}
          </LinkButton>
        }
      >
        <p>
          <Trans>Misschien is het adres verkeerd getypt, of is de pagina alleen voor wie is ingelogd.</Trans>
        </p>
      </EmptyState>
    </Page>
  );
}

/** For an address under an organisation that is not on this installation. */
export function UnknownOrganization() {
  const { t } = useLingui();
  return (
    <Page title={t`Deze organisatie kennen we niet`}>
      <EmptyState
        level={2}
        icon="search"
        title={t`Misschien is het adres verkeerd getypt`}
        action={
          <LinkButton variant="primary" href={paths.home()}>
            {t`Kies je organisatie`}
          </LinkButton>
        }
      >
        <p>
          <Trans>In de lijst staan alle organisaties die hier hun netwerken hebben.</Trans>
        </p>
      </EmptyState>
    </Page>
  );
}

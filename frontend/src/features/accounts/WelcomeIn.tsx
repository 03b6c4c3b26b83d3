import { Trans, useLingui } from '@lingui/react/macro';
import type { Confirmed } from '@/api/gen/types.gen';
import { paths } from '@/app/paths';
import { useSessionStatus } from '@/app/session';
import { LinkButton } from '@/ui/Button';
import { Row } from '@/ui/Layout';
import { Done } from './Done';

/** The link did its work. Who chose a password just now is signed in already. */
export function WelcomeIn({ confirmed }: { confirmed: Confirmed }) {
  const { t } = useLingui();
  const isSignedIn = useSessionStatus() === 'signed-in';
  const { organization, organizationName } = confirmed;
  return (
    <Done title={t`Welkom bij ${organizationName}`}>
      {isSignedIn ? (
        <>
          <p>
            <Trans>Je bent ingelogd. Kijk welk netwerk bij je past, of ga naar je eigen pagina.</Trans>
          </p>
          <Row>
            <LinkButton variant="primary" href={paths.networks(organization)}>{t`Vind je netwerk`}</LinkButton>
            <LinkButton href={paths.mine(organization)}>{t`Naar mijn pagina`}</LinkButton>
          </Row>
        </>
      ) : (
        <>
          <p>
            <Trans>Je kunt nu inloggen met het wachtwoord van je account.</Trans>
          </p>
          <Row>
            <LinkButton variant="primary" href={paths.signIn(organization)}>{t`Inloggen`}</LinkButton>
          </Row>
        </>
      )}
    </Done>
  );
}

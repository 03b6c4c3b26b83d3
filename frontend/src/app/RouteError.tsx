import { useLingui } from '@lingui/react/macro';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { LinkButton } from '@/ui/Button';
import { NotFound } from './NotFound';
import { useOptionalOrganization } from './organization';
import { Page } from './Page';
import { paths } from './paths';
import { hasStatus } from './problem';
import { ProblemState } from './ProblemState';

/** Where a screen could not be loaded or broke: what to do, and always a way on. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui();
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const organization = useOptionalOrganization();
  const retry = () => {
    queries.reset();
    reset();
    void router.invalidate();
  };
  useWhenBackOnline(retry);
  if (hasStatus(error, 404)) return <NotFound />;
  const next = `${router.state.location.pathname}${router.state.location.searchStr}`;
  return (
    <Page title={t`Er ging iets mis`}>
      <ProblemState
        error={error}
        onRetry={retry}
        action={
          organization && hasStatus(error, 401) ? (
            <LinkButton variant="primary" href={paths.signIn(organization.slug, next)}>
              {t`Inloggen`}
            </LinkButton>
          ) : (
            <LinkButton
              href={organization ? paths.start(organization.slug) : paths.home()}
            >{t`Naar de startpagina`}</LinkButton>
          )
        }
      />
    </Page>
  );
}

/** Tries again by itself once there is a connection. */
function useWhenBackOnline(retry: () => void) {
  const latest = useEffectEvent(retry);
  // The connection is outside React.
  useEffect(() => {
    addEventListener('online', latest);
    return () => removeEventListener('online', latest);
  }, []);
}

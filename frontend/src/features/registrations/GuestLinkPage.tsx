import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { cancelGuest, confirmGuest } from '@/api/gen/sdk.gen';
import type { GuestRegistration } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { ApiProblem } from '@/app/problem';
import { ProblemNotice } from '@/app/ProblemState';
import { Button, LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Row, Stack } from '@/ui/Layout';
import { EmptyState, Notice } from '@/ui/States';
import { GuestOutcome } from './GuestOutcome';

type Deed = 'confirm' | 'cancel';

type GuestLinkPageProps = {
  /** What the link in the mail is for. */
  deed: Deed;
  /** What stands after the # in the address. */
  token: string;
};

/**
 * Where the links of a guest's mail lead. Opening it changes nothing yet: mail programs open links too, to look whether they are safe.
 */
export function GuestLinkPage({ deed, token }: GuestLinkPageProps) {
  const { t } = useLingui();
  if (token !== '') return <Question key={token} deed={deed} token={token} />;
  return (
    <Page title={deed === 'confirm' ? t`Bevestig je aanmelding` : t`Meld je af`}>
      <NoToken />
    </Page>
  );
}

function Question({ deed, token }: GuestLinkPageProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const answer = useAnswer(deed, token);
  if (answer.data) return <GuestOutcome registration={answer.data} />;
  // Pressing again does not help where the API refused for good.
  const isRefused = answer.error instanceof ApiProblem && [403, 404, 409, 410].includes(answer.error.status);
  return (
    <Page title={deed === 'confirm' ? t`Bevestig je aanmelding` : t`Meld je af`}>
      <Panel>
        <Stack>
          {answer.error ? <Refusal deed={deed} error={answer.error} /> : <Explanation deed={deed} />}
          <Row>
            {isRefused ? null : (
              <Button
                variant={deed === 'confirm' ? 'primary' : 'danger'}
                busyText={answer.isPending ? t`Even geduld…` : undefined}
                onPress={() => answer.mutate()}
              >
                {deed === 'confirm' ? t`Ja, ik kom` : t`Ja, meld me af`}
              </Button>
            )}
            <LinkButton href={paths.meetings(slug)}>
              <Trans>Bekijk de agenda</Trans>
            </LinkButton>
          </Row>
        </Stack>
      </Panel>
    </Page>
  );
}

function Explanation({ deed }: { deed: Deed }) {
  return (
    <p>
      {deed === 'confirm' ? (
        <Trans>Nog één stap. Druk op de knop, dan ben je aangemeld.</Trans>
      ) : (
        <Trans>Kun je toch niet komen? Meld je dan af, dan kan iemand anders in jouw plaats.</Trans>
      )}
    </p>
  );
}

function Refusal({ deed, error }: { deed: Deed; error: Error }) {
  const { t } = useLingui();
  const isDone = error instanceof ApiProblem && error.type.endsWith('/registrations/wrong-state');
  if (deed === 'confirm' || !isDone) return <ProblemNotice error={error} />;
  return (
    <Notice title={t`Je was al afgemeld`} announce="now">
      <p>
        <Trans>Je hoeft niets meer te doen. Wil je toch komen? Meld je dan opnieuw aan bij de bijeenkomst.</Trans>
      </p>
    </Notice>
  );
}

function useAnswer(deed: Deed, token: string) {
  const { slug: organization } = useOrganization();
  return useMutation({
    mutationFn: async (): Promise<GuestRegistration> => {
      const request = { path: { organization }, body: { token } };
      const { data } = deed === 'confirm' ? await confirmGuest(request) : await cancelGuest(request);
      return data;
    },
  });
}

function NoToken() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  return (
    <EmptyState
      level={2}
      icon="mail"
      title={t`Deze link is niet compleet`}
      action={<LinkButton href={paths.meetings(slug)}>{t`Bekijk de agenda`}</LinkButton>}
    >
      <p>
        <Trans>Open de link in je mail nog een keer. Lukt dat niet? Meld je dan opnieuw aan bij de bijeenkomst.</Trans>
      </p>
    </EmptyState>
  );
}

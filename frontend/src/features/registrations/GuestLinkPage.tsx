import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { cancelGuest, confirmGuest } from '@/api/gen/sdk.gen';
import type { GuestRegistration } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { ProblemNotice } from '@/app/ProblemState';
import { Button, LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Row, Stack } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
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
  const title = deed === 'confirm' ? t`Bevestig je aanmelding` : t`Meld je af`;
  return <Page title={title}>{token === '' ? <NoToken /> : <Question key={token} deed={deed} token={token} />}</Page>;
}

function Question({ deed, token }: GuestLinkPageProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const answer = useAnswer(deed, token);
  if (answer.data) return <GuestOutcome registration={answer.data} />;
  return (
    <Panel>
      <Stack>
        <p>
          {deed === 'confirm' ? (
            <Trans>Nog één stap. Druk op de knop, dan ben je aangemeld.</Trans>
          ) : (
            <Trans>Kun je toch niet komen? Meld je dan af, dan kan iemand anders in jouw plaats.</Trans>
          )}
        </p>
        {answer.error ? <ProblemNotice error={answer.error} /> : null}
        <Row>
          <Button
            variant={deed === 'confirm' ? 'primary' : 'danger'}
            busyText={answer.isPending ? t`Even geduld…` : undefined}
            onPress={() => answer.mutate()}
          >
            {deed === 'confirm' ? t`Ja, ik kom` : t`Ja, meld me af`}
          </Button>
          <LinkButton href={paths.meetings(slug)}>
            <Trans>Bekijk de agenda</Trans>
          </LinkButton>
        </Row>
      </Stack>
    </Panel>
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

import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { requestPasswordReset } from '@/api/gen/sdk.gen';
import { accountOptions } from '@/app/account';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Facts, Row, Section } from '@/ui/Layout';
import { Notice } from '@/ui/States';

/** What I sign in with. Another password goes by mail, so that a borrowed phone is not enough. */
export function SignInDetails() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { email } = useSuspenseQuery(accountOptions()).data;
  const reset = useMutation({ mutationFn: () => requestPasswordReset({ body: { email, organization: slug } }) });
  return (
    <Section title={t`Inloggen`}>
      <Panel>
        <Facts facts={[{ term: t`E-mailadres`, value: email }]} />
        {reset.isSuccess ? (
          <Notice tone="ok" announce="now">
            <p>
              <Trans>Kijk in je mail. Met de link kies je binnen 10 minuten een nieuw wachtwoord.</Trans>
            </p>
          </Notice>
        ) : (
          <Row>
            <Button icon="mail" isDisabled={reset.isPending} onPress={() => reset.mutate()}>
              {t`Verander mijn wachtwoord`}
            </Button>
          </Row>
        )}
        {reset.error ? <ProblemNotice error={reset.error} /> : null}
      </Panel>
    </Section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { requestPasswordReset } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { Door } from '@/app/Door';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { TextField } from '@/ui/Field';
import { Link } from '@/ui/Link';
import { CheckYourMail } from './CheckYourMail';

/** Asking for a link to choose a new password. */
export function ForgotPasswordPage() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useApiForm({
    async submit(input) {
      const email = input.text('email');
      await requestPasswordReset({ body: { email, organization: slug } });
      return email;
    },
    onDone: setSentTo,
  });
  if (sentTo !== null) {
    return <CheckYourMail email={sentTo} linkWorks={t`10 minuten`} onAgain={() => setSentTo(null)} />;
  }
  return (
    <Page title={t`Wachtwoord vergeten`} intro={<p>{t`We mailen je een link om een nieuw wachtwoord te kiezen.`}</p>}>
      <Door>
        <Panel>
          <ApiForm form={form}>
            <TextField name="email" label={t`E-mailadres`} type="email" required autoComplete="username" />
            <SubmitButton form={form} width="fill">{t`Stuur mij een link`}</SubmitButton>
          </ApiForm>
        </Panel>
        <p>
          <Link href={paths.signIn(slug)}>
            <Trans>Terug naar inloggen</Trans>
          </Link>
        </p>
      </Door>
    </Page>
  );
}

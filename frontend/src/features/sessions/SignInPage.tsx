import { Trans, useLingui } from '@lingui/react/macro';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { signIn } from '@/app/account';
import { Door } from '@/app/Door';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { TextField } from '@/ui/Field';
import { Link } from '@/ui/Link';
import { PasswordField } from '@/ui/PasswordField';

/** Signing in with e-mail address and password. The route leads on from here. */
export function SignInPage() {
  const { t } = useLingui();
  const { slug, name } = useOrganization();
  const form = useApiForm({ submit: (input) => signIn(input.text('email'), input.secret('password')) });
  return (
    <Page title={t`Inloggen`} intro={<p>{t`Met je account bij ${name}.`}</p>}>
      <Door>
        <Panel>
          <ApiForm form={form}>
            <TextField name="email" label={t`E-mailadres`} type="email" required autoComplete="username" />
            <PasswordField name="password" label={t`Wachtwoord`} autoComplete="current-password" />
            <SubmitButton form={form} width="fill">{t`Inloggen`}</SubmitButton>
          </ApiForm>
        </Panel>
        <p>
          <Link href={paths.forgotPassword(slug)}>
            <Trans>Wachtwoord vergeten?</Trans>
          </Link>
        </p>
        <p>
          <Trans>
            Nog geen account? <Link href={paths.register(slug)}>Maak een account</Link>
          </Trans>
        </p>
      </Door>
    </Page>
  );
}

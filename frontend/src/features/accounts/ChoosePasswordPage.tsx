import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { choosePassword } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useMailedToken } from '@/app/mailedToken';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { session } from '@/app/session';
import { useApiForm } from '@/app/useApiForm';
import { Button, LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Narrow, Row } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { BrokenLink } from './BrokenLink';
import { Done } from './Done';
import { NewPasswordField } from './NewPasswordField';

/** The link in the mail to who forgot the password. */
export function ChoosePasswordPage() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const token = useMailedToken();
  const [isChosen, setChosen] = useState(false);
  const form = useApiForm({
    submit: (input) => choosePassword({ body: { token, password: input.secret('password') } }),
    onDone: () => setChosen(true),
  });
  if (isChosen) return <Chosen />;
  if (token === '') {
    return (
      <BrokenLink action={<LinkButton href={paths.forgotPassword(slug)}>{t`Vraag een nieuwe link aan`}</LinkButton>}>
        <Trans>Of kopieer de hele link uit de mail. Lukt dat niet? Vraag dan een nieuwe link aan.</Trans>
      </BrokenLink>
    );
  }
  return (
    <Page title={t`Kies een nieuw wachtwoord`} intro={<p>{t`Op al je apparaten word je dan uitgelogd.`}</p>}>
      <Narrow>
        <Panel>
          <ApiForm form={form}>
            <NewPasswordField label={t`Wachtwoord`} />
            <SubmitButton form={form} width="fill">{t`Bewaar mijn wachtwoord`}</SubmitButton>
          </ApiForm>
        </Panel>
        <p>
          <Trans>
            Werkt de link niet meer? <Link href={paths.forgotPassword(slug)}>Vraag een nieuwe aan</Link>.
          </Trans>
        </p>
      </Narrow>
    </Page>
  );
}

function Chosen() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  return (
    <Done title={t`Je nieuwe wachtwoord is bewaard`}>
      <p>
        <Trans>Log nu in met je nieuwe wachtwoord.</Trans>
      </p>
      <Row>
        {/* Whatever session this browser had is over: forget it too. */}
        <Button variant="primary" onPress={() => void session.signOut(paths.signIn(slug))}>
          {t`Inloggen`}
        </Button>
      </Row>
    </Done>
  );
}

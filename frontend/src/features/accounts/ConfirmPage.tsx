import { Trans, useLingui } from '@lingui/react/macro';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useMailedToken } from '@/app/mailedToken';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Narrow } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { BrokenLink } from './BrokenLink';
import { useConfirmation } from './confirmation';
import { NewPasswordField } from './NewPasswordField';
import { WelcomeIn } from './WelcomeIn';

/** The link in the mail after registering. */
export function ConfirmPage() {
  const { t } = useLingui();
  const { slug, name } = useOrganization();
  const token = useMailedToken();
  const { form, needsPassword, confirmed } = useConfirmation(token);
  if (confirmed) return <WelcomeIn confirmed={confirmed} />;
  if (token === '') {
    return (
      <BrokenLink action={<LinkButton href={paths.register(slug)}>{t`Vraag een nieuwe link aan`}</LinkButton>}>
        <Trans>Of kopieer de hele link uit de mail. Lukt dat niet? Vraag dan een nieuwe link aan.</Trans>
      </BrokenLink>
    );
  }
  return (
    <Page
      title={needsPassword ? t`Kies je wachtwoord` : t`Bevestig je e-mailadres`}
      intro={<p>{needsPassword ? t`Daarmee log je voortaan in.` : t`Zo weet ${name} dat jij het bent.`}</p>}
    >
      <Narrow>
        <Panel>
          <ApiForm form={form}>
            {needsPassword ? <NewPasswordField label={t`Wachtwoord`} /> : null}
            <SubmitButton form={form} width="fill">
              {needsPassword ? t`Bewaar en log in` : t`Ja, dit is mijn e-mailadres`}
            </SubmitButton>
          </ApiForm>
        </Panel>
        <p>
          <Trans>
            Werkt de link niet meer? <Link href={paths.register(slug)}>Vraag een nieuwe aan</Link> of{' '}
            <Link href={paths.signIn(slug)}>log in</Link>.
          </Trans>
        </p>
      </Narrow>
    </Page>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useMailedToken } from '@/app/mailedToken';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { TextField } from '@/ui/Field';
import { Narrow } from '@/ui/Layout';
import { BrokenLink } from './BrokenLink';
import { useConfirmation } from './confirmation';
import { NewPasswordField } from './NewPasswordField';
import { WelcomeIn } from './WelcomeIn';

/** The link in an invitation by the office. Accepting it is the consent on which the organisation keeps the record. */
export function InvitationPage() {
  const { t } = useLingui();
  const { slug, name } = useOrganization();
  const token = useMailedToken();
  const { form, needsPassword, confirmed } = useConfirmation(token);
  if (confirmed) return <WelcomeIn confirmed={confirmed} />;
  if (token === '') {
    return (
      <BrokenLink action={<LinkButton href={paths.start(slug)}>{t`Naar de startpagina`}</LinkButton>}>
        <Trans>Of kopieer de hele link uit de mail. Lukt dat niet? Vraag het kantoor om een nieuwe uitnodiging.</Trans>
      </BrokenLink>
    );
  }
  return (
    <Page
      title={needsPassword ? t`Maak je account af` : t`${name} nodigt je uit`}
      intro={<p>{needsPassword ? t`Nog een naam en een wachtwoord, dan kun je inloggen.` : t`Fijn dat je er bent.`}</p>}
    >
      <Narrow>
        <Panel>
          <ApiForm form={form}>
            {needsPassword ? (
              <>
                <TextField
                  name="name"
                  label={t`Je naam`}
                  hint={t`Laat leeg als je naam in de uitnodiging klopt.`}
                  maxLength={120}
                  autoComplete="name"
                />
                <NewPasswordField label={t`Wachtwoord`} />
              </>
            ) : (
              <p>
                <Trans>
                  Neem je de uitnodiging aan? Dan bewaart {name} je naam en je e-mailadres, om je te laten meedoen. Je
                  kunt altijd stoppen. Wil je niet? Sluit dan deze pagina.
                </Trans>
              </p>
            )}
            <SubmitButton form={form} width="fill">
              {needsPassword ? t`Bewaar en log in` : t`Neem de uitnodiging aan`}
            </SubmitButton>
          </ApiForm>
        </Panel>
        <p>
          <Trans>Werkt de link niet meer? Vraag het kantoor om een nieuwe uitnodiging.</Trans>
        </p>
      </Narrow>
    </Page>
  );
}

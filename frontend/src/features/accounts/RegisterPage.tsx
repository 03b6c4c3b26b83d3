import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { selfRegister } from '@/api/gen/sdk.gen';
import { useAccount } from '@/app/account';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { currentLocale } from '@/app/i18n';
import { Door } from '@/app/Door';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { RadioField } from '@/ui/ChoiceField';
import { TextField } from '@/ui/Field';
import { Link } from '@/ui/Link';
import { CheckYourMail } from './CheckYourMail';

/** Making an account. No password yet: that is chosen by who can read the mail. */
export function RegisterPage() {
  const { t } = useLingui();
  const { slug, name } = useOrganization();
  // Who has an account elsewhere on this server joins with the same address.
  const ownAddress = useAccount()?.email;
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useApiForm({
    async submit(input) {
      const email = input.text('email');
      const isMember = input.choice('isMember') === 'yes';
      const body = { name: input.text('name'), email, language: currentLocale(), isMember };
      await selfRegister({ path: { organization: slug }, body });
      return email;
    },
    onDone: setSentTo,
  });
  if (sentTo !== null) {
    return <CheckYourMail email={sentTo} linkWorks={t`24 uur`} onAgain={() => setSentTo(null)} />;
  }
  return (
    <Page title={t`Maak een account`} intro={<p>{t`Dan kun je meedoen met de netwerken van ${name}.`}</p>}>
      <Door>
        <Panel>
          <ApiForm form={form}>
            <TextField name="name" label={t`Je naam`} required maxLength={120} autoComplete="name" />
            <TextField
              name="email"
              label={t`E-mailadres`}
              hint={t`Hier sturen we een link naartoe. Later log je ermee in.`}
              type="email"
              required
              maxLength={254}
              autoComplete="email"
              key={ownAddress}
              defaultValue={ownAddress}
            />
            <RadioField
              name="isMember"
              label={t`Ben je lid van ${name}?`}
              hint={t`Het kantoor kijkt dat na. Meedoen kan in de tussentijd al.`}
              required
              choices={[
                { value: 'yes', label: t`Ja, ik ben lid` },
                { value: 'no', label: t`Nee, ik ben geen lid` },
              ]}
            />
            <SubmitButton form={form} width="fill">{t`Maak mijn account`}</SubmitButton>
          </ApiForm>
        </Panel>
        <p>
          <Trans>
            Heb je al een account? <Link href={paths.signIn(slug)}>Log in</Link>
          </Trans>
        </p>
      </Door>
    </Page>
  );
}

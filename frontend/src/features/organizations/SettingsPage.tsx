import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { Panel } from '@/ui/Card';
import { RadioField } from '@/ui/ChoiceField';
import { TextAreaField, TextField } from '@/ui/Field';
import { Row, Section } from '@/ui/Layout';
import { Notice } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { LookForm } from './LookForm';
import { RulesForm } from './RulesForm';
import { useSettingsForm } from './settings';

/** What the organisation decides for itself. `children` are sections of other features. */
export function SettingsPage({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const organization = useOrganization();
  return (
    <Page title={t`Instellingen`} intro={<p>{t`Elk onderdeel bewaar je apart.`}</p>}>
      {may(organization, 'organizations.configure') ? (
        <>
          <AboutForm />
          <RulesForm />
          <LookForm />
        </>
      ) : (
        <Notice>
          <p>
            <Trans>De beheerder van je organisatie past de regels en het uiterlijk aan.</Trans>
          </p>
        </Notice>
      )}
      {children}
    </Page>
  );
}

function AboutForm() {
  const { t } = useLingui();
  const { form, organization } = useSettingsForm(
    (input) => ({
      name: input.text('name'),
      description: input.text('description'),
      language: input.choice('language'),
    }),
    () => showToast({ text: t`Bewaard.` }),
  );
  return (
    <Section title={t`Over de organisatie`}>
      <Panel>
        <ApiForm form={form}>
          <TextField name="name" label={t`Naam`} required maxLength={120} defaultValue={organization.name} />
          <TextAreaField
            name="description"
            label={t`Wie jullie zijn`}
            hint={t`Dit staat op de startpagina. Een lege regel begint een nieuwe alinea.`}
            maxLength={4000}
            defaultValue={organization.description}
          />
          <RadioField
            name="language"
            label={t`Taal van de mails aan wie zelf niets koos`}
            required
            defaultValue={organization.language}
            choices={[
              { value: 'nl', label: t`Nederlands` },
              { value: 'en', label: t`Engels` },
            ]}
          />
          <Row>
            <SubmitButton form={form}>{t`Bewaar`}</SubmitButton>
          </Row>
        </ApiForm>
      </Panel>
    </Section>
  );
}

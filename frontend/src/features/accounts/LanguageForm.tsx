import { useLingui } from '@lingui/react/macro';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getOwnAccountQueryKey, getPersonQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { changeOwnAccount, changePerson, getPerson } from '@/api/gen/sdk.gen';
import type { Language } from '@/api/gen/types.gen';
import { participationIn, versionedAccountOptions } from '@/app/account';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { ifMatch, versioned } from '@/app/api';
import { switchLocale } from '@/app/i18n';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { RadioField } from '@/ui/ChoiceField';
import { Row, Section } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';

/** One choice of language: for the screen, for mail about the account and for mail from this organisation. */
export function LanguageForm() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const queryClient = useQueryClient();
  const { data: seen } = useSuspenseQuery(versionedAccountOptions());
  const form = useApiForm({
    async submit(input) {
      const language = input.choice<Language>('language');
      await changeOwnAccount({ body: { language }, headers: ifMatch(seen) });
      const person = participationIn(seen.value, slug)?.personId;
      if (person) await changeMails({ organization: slug, person }, language);
      return { language, person };
    },
    async onDone({ language, person }) {
      await switchLocale(language);
      showToast({ text: language === 'en' ? 'From now on in English.' : 'Voortaan in het Nederlands.' });
      await queryClient.invalidateQueries({ queryKey: getOwnAccountQueryKey() });
      if (person)
        await queryClient.invalidateQueries({ queryKey: getPersonQueryKey({ path: { organization: slug, person } }) });
    },
  });
  return (
    <Section title={t`Taal`}>
      <Panel>
        <ApiForm form={form}>
          <RadioField
            name="language"
            label={t`Taal van het scherm en de mails`}
            required
            defaultValue={seen.value.language}
            choices={[
              { value: 'nl', label: <span lang="nl">Nederlands</span> },
              { value: 'en', label: <span lang="en">English</span> },
            ]}
          />
          <Row>
            <SubmitButton form={form}>{t`Bewaar mijn taal`}</SubmitButton>
          </Row>
        </ApiForm>
      </Panel>
    </Section>
  );
}

async function changeMails(path: { organization: string; person: string }, language: Language) {
  const seen = await versioned(getPerson({ path }));
  if (seen.value.language !== language) await changePerson({ path, body: { language }, headers: ifMatch(seen) });
}

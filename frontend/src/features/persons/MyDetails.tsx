import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import { Panel } from '@/ui/Card';
import { Row, Section } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { PersonFields, usePersonForm } from './PersonForm';
import { personOptions } from './queries';

/** What the organisation knows about me, to correct. */
export function MyDetails({ person }: { person: string }) {
  const { t } = useLingui();
  const { slug, name } = useOrganization();
  const { data: seen } = useSuspenseQuery(personOptions(slug, person));
  const form = usePersonForm(seen, () => showToast({ text: t`Je gegevens zijn bewaard.` }));
  return (
    <Section title={t`Je gegevens bij ${name}`}>
      <Panel>
        <ApiForm form={form}>
          <PersonFields person={seen.value} />
          <Row>
            <SubmitButton form={form}>{t`Bewaar mijn gegevens`}</SubmitButton>
          </Row>
        </ApiForm>
        <p>
          <Trans>Je e-mailadres hoort bij je account. Klopt het niet meer? Vraag het kantoor om hulp.</Trans>
        </p>
      </Panel>
    </Section>
  );
}

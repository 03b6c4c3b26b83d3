import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { draftFoundingPlan } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { KindField } from '@/app/NetworkChoices';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { TextField } from '@/ui/Field';
import { Row, Section } from '@/ui/Layout';
import { keepPlan } from './queries';

/** The first step: a name and a kind; the rest follows in the plan itself. */
export function DraftPlan() {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await draftFoundingPlan({
        path: { organization },
        body: { name: input.text('name'), kind: input.choice('kind') },
      });
      return data;
    },
    async onDone(plan) {
      await keepPlan(client, organization, plan);
      await navigate({ href: paths.plan(organization, plan.id) });
    },
  });
  return (
    <Section title={t`Begin je plan`}>
      <Panel>
        <ApiForm form={form}>
          <TextField
            name="name"
            label={t`Naam van het netwerk`}
            hint={t`Je kunt de naam later nog veranderen.`}
            required
            maxLength={120}
          />
          <KindField label={t`Wat voor netwerk?`} />
          <Row>
            <SubmitButton form={form}>{t`Begin het plan`}</SubmitButton>
          </Row>
        </ApiForm>
      </Panel>
    </Section>
  );
}

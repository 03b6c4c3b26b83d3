import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { decideFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan, PlanVerdictCode } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { idempotencyKey } from '@/app/api';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useApiForm } from '@/app/useApiForm';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { CheckboxField, DateField, RadioField, TextAreaField } from '@/ui/Field';
import { Columns, Row, Section, Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { EmptyState } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { DecisionPreview } from './DecisionPreview';
import { DecisionTerms, readTerms } from './DecisionTerms';
import { keepPlan, usePlan } from './queries';

/** The board records its decision, with a look at what will happen. */
export function DecisionPage({ plan: id }: { plan: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const plan = usePlan(id);
  return (
    <Page
      title={t`Besluit over ${plan.name}`}
      crumbs={[
        { label: t`Plannen`, href: paths.office(slug, 'plannen') },
        { label: plan.name, href: paths.plan(slug, plan.id) },
      ]}
    >
      {may(plan, 'founding-plans.decide') ? (
        <Decide plan={plan} />
      ) : (
        <EmptyState
          level={2}
          icon="office"
          title={t`Hier valt nu niets te besluiten`}
          action={
            <LinkButton variant="primary" href={paths.plan(slug, plan.id)}>
              {t`Naar het plan`}
            </LinkButton>
          }
        >
          <p>
            <Trans>
              Het bestuur besluit over een plan waar het kantoor advies over gaf. Wie het plan indient, besluit niet
              mee.
            </Trans>
          </p>
        </EmptyState>
      )}
    </Page>
  );
}

function Decide({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [verdict, setVerdict] = useState<PlanVerdictCode | null>(null);
  const [hasOtherTerms, setOtherTerms] = useState(false);
  const form = useApiForm({
    submit: async (input, send) => {
      const { data } = await decideFoundingPlan({
        path: { organization, plan: plan.id },
        headers: idempotencyKey(send.idempotencyKey),
        body: {
          decision: input.choice('decision'),
          decidedOn: input.text('decidedOn'),
          reason: input.text('reason'),
          conditions: input.text('conditions'),
          terms: verdict === 'approve' && hasOtherTerms ? readTerms(input) : null,
        },
      });
      return data;
    },
    async onDone(decided) {
      await keepPlan(client, organization, decided);
      showToast({ text: t`Het besluit is vastgelegd. De indieners krijgen een mail.` });
      await navigate({ href: paths.plan(organization, plan.id) });
    },
  });
  return (
    <Columns
      main={
        <Panel>
          <ApiForm form={form}>
            <RadioField
              name="decision"
              label={t`Wat besloot het bestuur?`}
              required
              choices={[
                { value: 'approve', label: t`Ja, dit netwerk komt er` },
                { value: 'reject', label: t`Nee, dit netwerk komt er niet` },
              ]}
              onChange={(value) => setVerdict(value === 'approve' ? 'approve' : 'reject')}
            />
            <DateField name="decidedOn" label={t`Dag van het besluit`} required defaultValue={today()} />
            <TextAreaField
              name="reason"
              label={t`Waarom?`}
              hint={t`De indieners lezen dit.`}
              required
              maxLength={4000}
            />
            {verdict === 'approve' ? (
              <>
                <TextAreaField
                  name="conditions"
                  label={t`Voorwaarden`}
                  hint={t`Bijvoorbeeld: zoek binnen een half jaar een penningmeester.`}
                  maxLength={4000}
                />
                <CheckboxField
                  name="otherTerms"
                  label={t`We spreken iets anders af dan in het plan staat`}
                  onChange={(event) => setOtherTerms(event.currentTarget.checked)}
                />
                {hasOtherTerms ? <DecisionTerms plan={plan} /> : null}
              </>
            ) : null}
            <Row>
              <SubmitButton form={form}>{t`Leg het besluit vast`}</SubmitButton>
              <LinkButton href={paths.plan(organization, plan.id)}>{t`Terug naar het plan`}</LinkButton>
            </Row>
          </ApiForm>
        </Panel>
      }
      aside={
        <Stack>
          <Section title={t`Advies van het kantoor`}>
            <Panel>
              <PlainText>{plan.advice ?? ''}</PlainText>
            </Panel>
          </Section>
          <DecisionPreview plan={plan} verdict={verdict} />
        </Stack>
      }
    />
  );
}

/** Today as the clock in the Netherlands has it. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}

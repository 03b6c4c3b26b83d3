import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { decideFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan, PlanVerdictCode } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { readTerms, type TermsDraft, TermsFields } from '@/app/TermsFields';
import { useApiForm } from '@/app/useApiForm';
import { LinkButton } from '@/ui/Button';
import { CheckboxField, RadioField } from '@/ui/ChoiceField';
import { DateField, TextAreaField } from '@/ui/Field';
import { Row } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { keepPlan } from './queries';

/** A purpose that a decision agrees on is the one people read before they join: as short as that of a network. */
const longestPurpose = 600;

type DecisionFormProps = {
  plan: FoundingPlan;
  verdict: PlanVerdictCode | null;
  onVerdict: (verdict: PlanVerdictCode) => void;
};

/** What the board decided, when, why, and on what terms. */
export function DecisionForm({ plan, verdict, onVerdict }: DecisionFormProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await decideFoundingPlan({
        path: { organization, plan: plan.id },
        body: {
          decision: input.choice('decision'),
          decidedOn: input.text('decidedOn'),
          reason: input.text('reason'),
          conditions: input.text('conditions'),
          terms: verdict === 'approve' && input.isTicked('otherTerms') ? readTerms(input) : null,
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
    <ApiForm form={form}>
      <RadioField
        name="decision"
        label={t`Wat besloot het bestuur?`}
        required
        choices={[
          { value: 'approve', label: t`Ja, dit netwerk komt er` },
          { value: 'reject', label: t`Nee, dit netwerk komt er niet` },
        ]}
        onChange={(value) => onVerdict(value === 'approve' ? 'approve' : 'reject')}
      />
      <DateField name="decidedOn" label={t`Dag van het besluit`} required defaultValue={today()} />
      <TextAreaField name="reason" label={t`Waarom?`} hint={t`De indieners lezen dit.`} required maxLength={4000} />
      {verdict === 'approve' ? <Agreement plan={plan} /> : null}
      <Row>
        <SubmitButton form={form}>{t`Leg het besluit vast`}</SubmitButton>
        <LinkButton href={paths.plan(organization, plan.id)}>{t`Terug naar het plan`}</LinkButton>
      </Row>
    </ApiForm>
  );
}

/** What a yes comes with: conditions, and terms other than the plan asks for. */
function Agreement({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const [hasOtherTerms, setOtherTerms] = useState(false);
  return (
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
      {hasOtherTerms ? <TermsFields draft={termsOf(plan)} longestPurpose={longestPurpose} /> : null}
    </>
  );
}

/** What the plan asks for, as terms. */
function termsOf(plan: FoundingPlan): TermsDraft {
  const text = (section: 'purpose' | 'organisation') =>
    plan.sections.find((written) => written.section === section)?.text ?? '';
  return { ...plan, purpose: text('purpose'), organisation: text('organisation') };
}

/** Today as the clock in the Netherlands has it. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
}

import { useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listAgreementsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { decideEvaluation } from '@/api/gen/sdk.gen';
import type { Evaluation, EvaluationOutcome } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { ConditionsField, readTermsWithConditions, TermsFields } from '@/app/TermsFields';
import { useApiForm } from '@/app/useApiForm';
import { Panel } from '@/ui/Card';
import { RadioField } from '@/ui/ChoiceField';
import { DateField, TextAreaField } from '@/ui/Field';
import { Row } from '@/ui/Layout';
import { Skeleton } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { outcomeHints, outcomeLabels } from './labels';
import { refreshEvaluations } from './queries';

const outcomes = ['continue', 'adapt', 'end'] as const;

/** The board decides how a network goes on, with the reason. */
export function DecisionForm({ evaluation }: { evaluation: Evaluation }) {
  const { t, i18n } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const [outcome, setOutcome] = useState<EvaluationOutcome | null>(null);
  const form = useApiForm({
    submit: (input) =>
      decideEvaluation({
        path: { organization, evaluation: evaluation.id },
        body: {
          outcome: input.choice('outcome'),
          reason: input.text('reason'),
          ...(outcome === 'continue'
            ? { endsOn: input.dayOrNull('endsOn'), evaluationOn: input.dayOrNull('evaluationOn') }
            : {}),
          ...(outcome === 'adapt' ? { terms: readTermsWithConditions(input) } : {}),
        },
      }),
    async onDone() {
      await Promise.all([refreshEvaluations(queryClient), refreshNetworks(queryClient)]);
      showToast({ text: t`Het besluit staat erin. Kerngroep en kantoor krijgen bericht.` });
    },
  });
  return (
    <Panel>
      <ApiForm form={form}>
        <RadioField
          name="outcome"
          label={t`Hoe gaat het verder?`}
          required
          onChange={(value) => setOutcome(outcomes.find((known) => known === value) ?? null)}
          choices={outcomes.map((value) => ({
            value,
            label: i18n._(outcomeLabels[value]),
            hint: i18n._(outcomeHints[value]),
          }))}
        />
        {outcome === 'continue' ? (
          <>
            <DateField name="evaluationOn" label={t`Volgende evaluatie op`} />
            <DateField name="endsOn" label={t`Loopt tot en met`} hint={t`Laat leeg als er geen einddatum is.`} />
          </>
        ) : null}
        {outcome === 'adapt' ? <NewTermsFields networkId={evaluation.network.id} /> : null}
        <TextAreaField
          name="reason"
          label={t`Waarom?`}
          hint={
            outcome === 'end'
              ? t`Iedereen kan dit lezen op de pagina van het netwerk.`
              : t`De kerngroep en het kantoor lezen dit.`
          }
          rows={5}
          required
          maxLength={2000}
        />
        <Row>
          <SubmitButton form={form} variant={outcome === 'end' ? 'danger' : 'primary'}>
            {outcome === 'end' ? t`Besluit dat het netwerk stopt` : t`Leg het besluit vast`}
          </SubmitButton>
        </Row>
      </ApiForm>
    </Panel>
  );
}

/** Begins with the terms that hold now. */
function NewTermsFields({ networkId }: { networkId: string }) {
  const { slug: organization } = useOrganization();
  const agreements = useQuery(listAgreementsOptions({ path: { organization, network: networkId } }));
  if (agreements.isPending) return <Skeleton shape="lines" />;
  const now = agreements.data?.items[0];
  return (
    <>
      <TermsFields draft={now ?? {}} />
      <ConditionsField conditions={now?.conditions} />
    </>
  );
}

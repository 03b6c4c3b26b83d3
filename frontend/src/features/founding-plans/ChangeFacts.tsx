import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { writeFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { ifVersion } from '@/app/api';
import type { FormReader } from '@/app/formReader';
import { useOrganization } from '@/app/organization';
import { hasStatus } from '@/app/problem';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Notice } from '@/ui/States';
import { FactsFields } from './FactsFields';
import { keepPlan, planOptions } from './queries';

/** Change what the plan asks for in figures and choices. */
export function ChangeFacts({ plan, onClose }: { plan: FoundingPlan; onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const path = { organization, plan: plan.id };
  const [isStale, setStale] = useState(false);
  // The version that the fields were filled from: the plan may be looked at again behind the dialog.
  const [seen, setSeen] = useState(plan.version);
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await writeFoundingPlan({ path, headers: ifVersion({ version: seen }), body: readFacts(input) });
      return data;
    },
    onProblem(problem) {
      if (!hasStatus(problem, 412)) return 'show';
      setStale(true);
      void client
        .fetchQuery({ ...planOptions(organization, plan.id), staleTime: 0 })
        .then((fresh) => setSeen(fresh.version));
      return 'handled';
    },
    async onDone(changed) {
      await keepPlan(client, organization, changed);
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Wijzig het plan in het kort`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Bewaar`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        {isStale ? (
          <Notice tone="warn" announce="now" title={t`Iemand anders wijzigde dit ook`}>
            <p>{t`Sluit dit venster om te zien wat er nu staat, of bewaar opnieuw om jouw keuzes te houden.`}</p>
          </Notice>
        ) : null}
        <FactsFields plan={plan} />
      </ApiForm>
    </Dialog>
  );
}

function readFacts(input: FormReader): Parameters<typeof writeFoundingPlan>[0]['body'] {
  return {
    name: input.text('name'),
    kind: input.choice('kind'),
    openness: input.choice('openness'),
    sensitivity: input.choice('sensitivity'),
    goalMembers: input.numberOrNull('goalMembers') ?? 0,
    goalMonths: input.numberOrNull('goalMonths') ?? 0,
    durationMonths: input.numberOrNull('durationMonths'),
    evaluationMonths: input.numberOrNull('evaluationMonths') ?? 0,
    budgetCents: Math.round((input.numberOrNull('budgetCents') ?? 0) * 100),
  };
}

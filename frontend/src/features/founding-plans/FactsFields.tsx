import { useLingui } from '@lingui/react/macro';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { KindField, OpennessField, SensitivityField } from '@/app/NetworkChoices';
import { FiguresFields } from '@/app/TermsFields';
import { NumberField, TextField } from '@/ui/Field';

/** The figures and choices of a plan, as fields. The budget is typed in euros. */
export function FactsFields({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  return (
    <>
      <TextField name="name" label={t`Naam van het netwerk`} required maxLength={120} defaultValue={plan.name} />
      <KindField chosen={plan.kind} />
      <FiguresFields draft={plan} evaluation="required" />
      <NumberField
        name="budgetCents"
        label={t`Gevraagd budget`}
        hint={t`Vul 0 in als er geen geld nodig is.`}
        unit={t`euro`}
        required
        min={0}
        max={1_000_000}
        step={1}
        defaultValue={plan.budgetCents / 100}
      />
      <OpennessField chosen={plan.openness} />
      <SensitivityField chosen={plan.sensitivity} />
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import type { AgreedTerms, FoundingPlan, SectionKind } from '@/api/gen/types.gen';
import type { FormReader } from '@/app/formReader';
import { NumberField, TextAreaField } from '@/ui/Field';

const mostMonths = 120;

/** What is agreed, beginning from what the plan asks for; under the name `terms` in the body. */
export function DecisionTerms({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const months = { unit: t`maanden`, min: 1, max: mostMonths };
  const text = (wanted: SectionKind) => plan.sections.find(({ section }) => section === wanted)?.text ?? '';
  return (
    <>
      <TextAreaField name="terms.purpose" label={t`Doel`} required maxLength={600} defaultValue={text('purpose')} />
      <TextAreaField
        name="terms.organisation"
        label={t`Organisatie`}
        maxLength={4000}
        defaultValue={text('organisation')}
      />
      <NumberField
        name="terms.goalMembers"
        label={t`Groeidoel`}
        unit={t`leden`}
        required
        min={1}
        max={1_000_000}
        defaultValue={plan.goalMembers}
      />
      <NumberField name="terms.goalMonths" label={t`Gehaald na`} required {...months} defaultValue={plan.goalMonths} />
      <NumberField
        name="terms.durationMonths"
        label={t`Duur van het netwerk`}
        hint={t`Laat leeg als er geen einddatum is.`}
        {...months}
        defaultValue={plan.durationMonths ?? undefined}
      />
      <NumberField
        name="terms.evaluationMonths"
        label={t`Evaluatie na`}
        {...months}
        defaultValue={plan.evaluationMonths}
      />
    </>
  );
}

/** Reads `DecisionTerms`. A number that is missing becomes 0, which the API refuses at its field. */
export function readTerms(input: FormReader): AgreedTerms {
  return {
    purpose: input.text('terms.purpose'),
    organisation: input.text('terms.organisation'),
    goalMembers: input.numberOrNull('terms.goalMembers') ?? 0,
    goalMonths: input.numberOrNull('terms.goalMonths') ?? 0,
    durationMonths: input.numberOrNull('terms.durationMonths'),
    evaluationMonths: input.numberOrNull('terms.evaluationMonths'),
  };
}

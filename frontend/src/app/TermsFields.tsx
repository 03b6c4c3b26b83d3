import { useLingui } from '@lingui/react/macro';
import type { NewTerms } from '@/api/gen/types.gen';
import { NumberField, TextAreaField } from '@/ui/Field';
import type { FormReader } from './formReader';

/** Terms as a form shows them; months that are absent mean that nothing was agreed. */
export type TermsDraft = Partial<NewTerms>;

const mostMonths = 120;

/** The fields of what is agreed with a network, under the name `terms` in the body. */
export function TermsFields({ draft }: { draft: TermsDraft }) {
  const { t } = useLingui();
  const months = { unit: t`maanden`, min: 1, max: mostMonths };
  return (
    <>
      <TextAreaField
        name="terms.purpose"
        label={t`Waar het netwerk voor is`}
        required
        maxLength={4000}
        defaultValue={draft.purpose ?? ''}
      />
      <TextAreaField
        name="terms.organisation"
        label={t`Hoe het netwerk zich organiseert`}
        hint={t`Bijvoorbeeld hoe vaak de kerngroep bij elkaar komt.`}
        maxLength={4000}
        defaultValue={draft.organisation ?? ''}
      />
      <NumberField
        name="terms.goalMembers"
        label={t`Groeidoel`}
        hint={t`Hoeveel leden wil het netwerk hebben?`}
        unit={t`leden`}
        required
        min={1}
        max={1_000_000}
        defaultValue={draft.goalMembers}
      />
      <NumberField
        name="terms.goalMonths"
        label={t`Groeidoel gehaald na`}
        required
        {...months}
        defaultValue={draft.goalMonths}
      />
      <NumberField
        name="terms.durationMonths"
        label={t`Duur van het netwerk`}
        hint={t`Laat leeg als er geen einddatum is.`}
        {...months}
        defaultValue={draft.durationMonths ?? undefined}
      />
      <NumberField
        name="terms.evaluationMonths"
        label={t`Evaluatie na`}
        {...months}
        defaultValue={draft.evaluationMonths ?? undefined}
      />
      <TextAreaField
        name="terms.conditions"
        label={t`Voorwaarden van het bestuur`}
        maxLength={4000}
        defaultValue={draft.conditions ?? ''}
      />
    </>
  );
}

/** Reads `TermsFields`. A number that is missing becomes 0, which the API refuses at its field. */
export function readTerms(input: FormReader): NewTerms {
  return {
    purpose: input.text('terms.purpose'),
    organisation: input.text('terms.organisation'),
    goalMembers: input.numberOrNull('terms.goalMembers') ?? 0,
    goalMonths: input.numberOrNull('terms.goalMonths') ?? 0,
    durationMonths: input.numberOrNull('terms.durationMonths'),
    evaluationMonths: input.numberOrNull('terms.evaluationMonths'),
    conditions: input.text('terms.conditions'),
  };
}

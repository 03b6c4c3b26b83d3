import { useLingui } from '@lingui/react/macro';
import type { AgreedTerms, NewTerms } from '@/api/gen/types.gen';
import { NumberField, TextAreaField } from '@/ui/Field';
import type { FormReader } from './formReader';

/** The figures of a network as a form shows them; months that are absent mean that nothing was agreed. */
type FiguresDraft = Partial<Pick<AgreedTerms, 'goalMembers' | 'goalMonths' | 'durationMonths' | 'evaluationMonths'>>;

/** Terms as a form shows them. */
export type TermsDraft = FiguresDraft & Partial<Pick<AgreedTerms, 'purpose' | 'organisation'>>;

type FiguresFieldsProps = {
  /** Before the names in the body: `terms.`; nothing where the figures stand in the body itself. */
  prefix?: 'terms.' | '';
  draft: FiguresDraft;
  /** Whether an evaluation must be planned. */
  evaluation: 'required' | 'optional';
};

const mostMonths = 120;
const mostText = 4000;

/** How big a network wants to be, how long it runs and when it is looked at. */
export function FiguresFields({ prefix = '', draft, evaluation }: FiguresFieldsProps) {
  const { t } = useLingui();
  const months = { unit: t`maanden`, min: 1, max: mostMonths };
  return (
    <>
      <NumberField
        name={`${prefix}goalMembers`}
        label={t`Groeidoel`}
        hint={t`Hoeveel leden wil het netwerk hebben?`}
        unit={t`leden`}
        required
        min={1}
        max={1_000_000}
        defaultValue={draft.goalMembers}
      />
      <NumberField
        name={`${prefix}goalMonths`}
        label={t`Groeidoel gehaald na`}
        required
        {...months}
        defaultValue={draft.goalMonths}
      />
      <NumberField
        name={`${prefix}durationMonths`}
        label={t`Duur van het netwerk`}
        hint={t`Laat leeg als er geen einddatum is.`}
        {...months}
        defaultValue={draft.durationMonths ?? undefined}
      />
      <NumberField
        name={`${prefix}evaluationMonths`}
        label={t`Evaluatie na`}
        required={evaluation === 'required'}
        {...months}
        defaultValue={draft.evaluationMonths ?? undefined}
      />
    </>
  );
}

/** The fields of what is agreed with a network, under the name `terms` in the body. */
export function TermsFields({ draft, longestPurpose = mostText }: { draft: TermsDraft; longestPurpose?: number }) {
  const { t } = useLingui();
  return (
    <>
      <TextAreaField
        name="terms.purpose"
        label={t`Waar het netwerk voor is`}
        required
        maxLength={longestPurpose}
        defaultValue={draft.purpose ?? ''}
      />
      <TextAreaField
        name="terms.organisation"
        label={t`Hoe het netwerk zich organiseert`}
        hint={t`Bijvoorbeeld hoe vaak de kerngroep bij elkaar komt.`}
        maxLength={mostText}
        defaultValue={draft.organisation ?? ''}
      />
      <FiguresFields prefix="terms." draft={draft} evaluation="optional" />
    </>
  );
}

/** What the board asks in return, where that belongs to the terms. */
export function ConditionsField({ conditions }: { conditions?: string | undefined }) {
  const { t } = useLingui();
  return (
    <TextAreaField
      name="terms.conditions"
      label={t`Voorwaarden van het bestuur`}
      maxLength={mostText}
      defaultValue={conditions ?? ''}
    />
  );
}

/** Reads `TermsFields`. A number that is missing becomes 0, which the API refuses at its field. */
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

/** Reads `TermsFields` with `ConditionsField`. */
export function readTermsWithConditions(input: FormReader): NewTerms {
  return { ...readTerms(input), conditions: input.text('terms.conditions') };
}

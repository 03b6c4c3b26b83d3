import { useLingui } from '@lingui/react/macro';
import type { FoundingPlan } from '@/api/gen/types.gen';
import {
  kindHints,
  kindLabels,
  opennessHints,
  opennessLabels,
  sensitivityHints,
  sensitivityLabels,
} from '@/app/networkLabels';
import { NumberField, RadioField, TextField } from '@/ui/Field';

const mostMonths = 120;

/** The figures and choices of a plan, as fields. The budget is typed in euros. */
export function FactsFields({ plan }: { plan: FoundingPlan }) {
  const { t, i18n } = useLingui();
  const months = { unit: t`maanden`, min: 1, max: mostMonths };
  return (
    <>
      <TextField name="name" label={t`Naam van het netwerk`} required maxLength={120} defaultValue={plan.name} />
      <RadioField
        name="kind"
        label={t`Soort`}
        required
        defaultValue={plan.kind}
        choices={(['theme', 'community'] as const).map((value) => ({
          value,
          label: i18n._(kindLabels[value]),
          hint: i18n._(kindHints[value]),
        }))}
      />
      <NumberField
        name="goalMembers"
        label={t`Groeidoel`}
        unit={t`leden`}
        required
        min={1}
        max={1_000_000}
        defaultValue={plan.goalMembers}
      />
      <NumberField name="goalMonths" label={t`Gehaald na`} required {...months} defaultValue={plan.goalMonths} />
      <NumberField
        name="durationMonths"
        label={t`Duur van het netwerk`}
        hint={t`Laat leeg als er geen einddatum is.`}
        {...months}
        defaultValue={plan.durationMonths ?? undefined}
      />
      <NumberField
        name="evaluationMonths"
        label={t`Evaluatie na`}
        required
        {...months}
        defaultValue={plan.evaluationMonths}
      />
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
      <RadioField
        name="openness"
        label={t`Lid worden`}
        required
        defaultValue={plan.openness}
        choices={(['open', 'approval', 'members-only'] as const).map((value) => ({
          value,
          label: i18n._(opennessLabels[value]),
          hint: i18n._(opennessHints[value]),
        }))}
      />
      <RadioField
        name="sensitivity"
        label={t`Wat zegt lid zijn over iemand?`}
        required
        defaultValue={plan.sensitivity}
        choices={(['normal', 'special'] as const).map((value) => ({
          value,
          label: i18n._(sensitivityLabels[value]),
          hint: i18n._(sensitivityHints[value]),
        }))}
      />
    </>
  );
}

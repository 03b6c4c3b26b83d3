import { useLingui } from '@lingui/react/macro';
import type { Position } from '@/api/gen/types.gen';
import { NumberField, TextAreaField, TextField } from '@/ui/Field';

/** What can change about a seat. */
export function DescriptionFields({ position }: { position?: Position }) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        name="title"
        label={t`Naam van de functie`}
        hint={t`Bijvoorbeeld: Penningmeester`}
        required
        maxLength={80}
        defaultValue={position?.title}
      />
      <TextAreaField
        name="vacancyText"
        label={t`Wie zoeken jullie?`}
        hint={t`Iedereen kan dit lezen zolang de functie vrij is. Wat doe je, hoeveel tijd kost het, wie past erbij?`}
        rows={6}
        maxLength={2000}
        defaultValue={position?.vacancyText}
      />
      <NumberField
        name="termMonths"
        label={t`Termijn`}
        hint={t`Hoe lang iemand de functie heeft. Laat leeg als er geen termijn is.`}
        unit={t`maanden`}
        min={1}
        max={120}
        defaultValue={position?.termMonths ?? undefined}
      />
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import { CheckboxField, RadioField } from '@/ui/ChoiceField';
import { NumberField, TextAreaField } from '@/ui/Field';
import { audiences, optionsOf } from './labels';
import type { MeetingPart } from './meetingInput';

/** Who may come to a meeting, how many, and what helps them. */
export function AudienceFields({ meeting }: MeetingPart) {
  const { t, i18n } = useLingui();
  return (
    <>
      <RadioField
        name="audience"
        label={t`Wie mag komen?`}
        required
        choices={optionsOf(audiences, (label) => i18n._(label))}
        defaultValue={meeting?.audience ?? 'public'}
      />
      <NumberField
        name="capacity"
        label={t`Aantal plaatsen`}
        hint={t`Leeg: zonder grens. Is het vol, dan komen mensen op een wachtlijst.`}
        min={1}
        max={100000}
        unit={t`plaatsen`}
        defaultValue={meeting?.capacity ?? undefined}
      />
      <CheckboxField
        name="countOnly"
        label={t`Bewaar geen namen, tel alleen hoeveel mensen er zijn`}
        hint={t`Mensen melden zich dan niet aan. Na het publiceren staat deze keuze vast.`}
        defaultChecked={meeting?.attendance === 'count-only'}
      />
      <TextAreaField
        name="languageNote"
        label={t`Taal en hulp`}
        hint={t`Bijvoorbeeld: klare taal, met een tolk gebarentaal.`}
        rows={3}
        maxLength={1000}
        defaultValue={meeting?.languageNote}
      />
    </>
  );
}

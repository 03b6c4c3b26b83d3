import { useLingui } from '@lingui/react/macro';
import { TextAreaField } from '@/ui/Field';

/** What someone needs to take part: sensitive, so it says who reads it and for how long. */
export function NeedsField() {
  const { t } = useLingui();
  return (
    <TextAreaField
      name="needs"
      rows={3}
      maxLength={500}
      label={t`Wat heb je nodig om mee te doen?`}
      hint={t`Bijvoorbeeld een rolstoelplek of een tolk. Alleen de kerngroep leest dit. Een half jaar later is het gewist.`}
    />
  );
}

import { CheckboxesField, CheckboxField, RadioField } from '@/ui/ChoiceField';
import { DateField, DateTimeField, NumberField, SelectField, TextAreaField, TextField } from '@/ui/Field';
import { Panel } from '@/ui/Card';
import { showToast } from '@/ui/toasts';
import { ApiForm, SubmitButton } from '../ApiForm';
import { ApiProblem } from '../problem';
import { useApiForm } from '../useApiForm';

const taken = new ApiProblem({
  type: '/problems/registrations/invalid-input',
  status: 400,
  title: 'Er kloppen nog dingen niet',
  detail: 'Kijk de velden na.',
  errors: [{ pointer: '/email', code: 'taken', detail: 'Met dit adres is al iemand aangemeld. Kies een ander adres.' }],
});

/** Typing bezet@voorbeeld.nl shows how a refusal of the API looks. */
export function FormSamples() {
  const form = useApiForm({
    submit: async (input) => {
      await Promise.resolve();
      if (input.text('email') === 'bezet@voorbeeld.nl') throw taken;
      return input.text('name');
    },
    onDone: (name) => showToast({ text: `Bedankt, ${name}.` }),
  });
  return (
    <Panel>
      <ApiForm form={form}>
        <TextField name="name" label="Naam" required autoComplete="name" />
        <TextField
          name="email"
          label="E-mailadres"
          hint="Hier sturen we je toegangsbewijs naartoe."
          type="email"
          required
          autoComplete="email"
        />
        <TextAreaField
          name="needs"
          label="Wat heb je nodig om mee te doen?"
          hint="Bijvoorbeeld een rolstoelplek of een tolk."
        />
        <SelectField
          name="area"
          label="Gemeente"
          required
          emptyOption="Kies een gemeente"
          options={[
            { value: 'assen', label: 'Assen' },
            { value: 'emmen', label: 'Emmen' },
          ]}
        />
        <NumberField
          name="goal.members"
          label="Hoeveel leden wil je na een jaar?"
          unit="leden"
          defaultValue={50}
          min={4}
          required
        />
        <DateField name="decidedOn" label="Datum van het besluit" />
        <DateTimeField name="startsAt" label="Begin van de bijeenkomst" />
        <RadioField
          name="openness"
          label="Wie mag lid worden?"
          required
          choices={[
            { value: 'open', label: 'Iedereen', hint: 'Wie het doel steunt, is meteen lid.' },
            { value: 'approval', label: 'Na goedkeuring', hint: 'De kerngroep bekijkt elke aanvraag.' },
            { value: 'members-only', label: 'Alleen leden van de organisatie' },
          ]}
        />
        <CheckboxesField
          name="themes"
          label="Onderwerpen"
          choices={[
            { value: 'care', label: 'Zorg' },
            { value: 'energy', label: 'Duurzame energie' },
          ]}
        />
        <CheckboxField name="consent" label="Het netwerk mag mijn gegevens gebruiken voor deze bijeenkomst" required />
        <SubmitButton form={form}>Aanmelden</SubmitButton>
      </ApiForm>
    </Panel>
  );
}

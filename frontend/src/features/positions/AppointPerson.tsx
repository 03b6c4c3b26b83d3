import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { appointPerson } from '@/api/gen/sdk.gen';
import type { Position } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { refreshNetworks, useNetwork } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { PersonPicker } from '@/app/PersonPicker';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { RadioField } from '@/ui/ChoiceField';
import { DateField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';

/** Give someone a seat, as its holder or standing in. */
export function AppointPerson({ position, onClose }: { position: Position; onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const { title } = position;
  const form = useApiForm({
    submit: (input) =>
      appointPerson({
        path: { organization, position: position.id },
        body: {
          personId: input.text('personId'),
          capacity: input.choice('capacity'),
          fromOn: input.dayOrNull('fromOn'),
          untilOn: input.dayOrNull('untilOn'),
        },
      }),
    async onDone() {
      await refreshNetworks(queryClient);
      showToast({ text: t`De benoeming staat erin. De persoon krijgt een mail.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Benoem iemand als ${title}`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Benoem`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <Fields position={position} />
      </ApiForm>
    </Dialog>
  );
}

function Fields({ position }: { position: Position }) {
  const { t } = useLingui();
  const organization = useOrganization();
  const network = useNetwork();
  const isCoreGroup = position.body === 'core-group';
  const among = may(organization, 'persons.list')
    ? ({ among: 'organization' } as const)
    : ({ among: 'members', networkId: network.id } as const);
  return (
    <>
      <PersonPicker
        label={t`Wie?`}
        hint={isCoreGroup ? t`Alleen wie lid is van het netwerk kan in de kerngroep.` : undefined}
        source={among}
      />
      <RadioField
        name="capacity"
        label={t`Hoe?`}
        required
        defaultValue="regular"
        choices={[
          { value: 'regular', label: t`Vast`, hint: t`De functie is daarna vervuld.` },
          ...(position.occupation === 'vacant'
            ? [
                {
                  value: 'acting',
                  label: t`Waarnemend`,
                  hint: t`Tijdelijk. De functie blijft als vrij op de pagina staan.`,
                },
              ]
            : []),
        ]}
      />
      <DateField name="fromOn" label={t`Vanaf`} hint={t`Laat leeg voor vandaag.`} />
      <DateField
        name="untilOn"
        label={t`Tot en met`}
        hint={
          position.termMonths == null
            ? t`Laat leeg als er geen einde is.`
            : t`Laat leeg voor de hele termijn: ${position.termMonths} maanden.`
        }
      />
    </>
  );
}

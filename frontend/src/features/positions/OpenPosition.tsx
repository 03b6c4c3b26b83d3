import { useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { openPosition } from '@/api/gen/sdk.gen';
import type { PositionBody, PositionKind } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { refreshNetworks, useNetwork } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { coreGroupKinds, positionKindLabels } from '@/app/positionLabels';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { RadioField } from '@/ui/ChoiceField';
import { SelectField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { DescriptionFields } from './DescriptionFields';
import { municipalitiesOptions } from './queries';

type NetworkBody = Extract<PositionBody, 'core-group' | 'network'>;

/** Which kinds of seats each body of a network has. */
const kindsOf: Record<NetworkBody, readonly PositionKind[]> = {
  'core-group': coreGroupKinds,
  network: ['ambassador', 'adviser', 'delegate', 'coordinator', 'other'],
};

/** Open a seat, vacant; what is sought stands on the page of the network at once. */
export function OpenPosition({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const network = useNetwork();
  const queryClient = useQueryClient();
  const form = useApiForm({
    submit: (input) =>
      openPosition({
        path: { organization },
        body: {
          networkId: network.id,
          body: input.choice('body'),
          kind: input.choice('kind'),
          areaId: input.textOrNull('areaId'),
          title: input.text('title'),
          vacancyText: input.text('vacancyText'),
          termMonths: input.numberOrNull('termMonths'),
        },
      }),
    async onDone() {
      await refreshNetworks(queryClient);
      showToast({ text: t`De functie staat als vrij op de netwerkpagina.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Maak een functie`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Maak de functie`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <PlaceFields />
        <DescriptionFields />
      </ApiForm>
    </Dialog>
  );
}

/** Where the seat is: in the core group or beside it, and for an ambassador in which municipality. */
function PlaceFields() {
  const { t, i18n } = useLingui();
  const [body, setBody] = useState<NetworkBody>('core-group');
  const [kind, setKind] = useState<string>('');
  const isAmbassador = body === 'network' && kind === 'ambassador';
  const areas = useQuery({ ...municipalitiesOptions(), enabled: isAmbassador });
  return (
    <>
      <RadioField
        name="body"
        label={t`Waar hoort de functie?`}
        required
        defaultValue={body}
        onChange={(value) => setBody(value === 'network' ? 'network' : 'core-group')}
        choices={[
          { value: 'core-group', label: t`In de kerngroep`, hint: t`Mag het netwerk beheren.` },
          { value: 'network', label: t`Naast de kerngroep`, hint: t`Bijvoorbeeld een ambassadeur of adviseur.` },
        ]}
      />
      <SelectField
        key={body}
        name="kind"
        label={t`Soort functie`}
        required
        emptyOption={t`Kies een soort`}
        options={kindsOf[body].map((value) => ({ value, label: i18n._(positionKindLabels[value]) }))}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      {isAmbassador ? (
        <SelectField
          name="areaId"
          label={t`In welke gemeente?`}
          required
          emptyOption={t`Kies een gemeente`}
          options={(areas.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { changePosition } from '@/api/gen/sdk.gen';
import type { Position } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { ifVersion } from '@/app/api';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { showToast } from '@/ui/toasts';
import { DescriptionFields } from './DescriptionFields';

/** Change what stands at a seat. */
export function ChangePosition({ position, onClose }: { position: Position; onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const form = useApiForm({
    submit: (input) =>
      changePosition({
        path: { organization, position: position.id },
        headers: ifVersion(position),
        body: {
          title: input.text('title'),
          vacancyText: input.text('vacancyText'),
          termMonths: input.numberOrNull('termMonths'),
        },
      }),
    async onDone() {
      await refreshNetworks(queryClient);
      showToast({ text: t`De functie is gewijzigd.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Wijzig de functie`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Bewaar de functie`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <DescriptionFields position={position} />
      </ApiForm>
    </Dialog>
  );
}

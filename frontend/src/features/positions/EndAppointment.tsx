import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endAppointment } from '@/api/gen/sdk.gen';
import type { Holder, Position } from '@/api/gen/types.gen';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';

type EndAppointmentProps = { position: Position; holder: Holder; onClose: () => void };

/** End an appointment now, with a reason that the person is mailed. */
export function EndAppointment({ position, holder, onClose }: EndAppointmentProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const name = holder.name ?? position.title;
  const { title } = position;
  const end = useMutation({
    mutationFn: (reason: string) =>
      endAppointment({
        path: { organization, position: position.id, appointment: holder.appointmentId ?? '' },
        body: { reason },
      }),
    async onSuccess() {
      await refreshNetworks(queryClient);
      showToast({ text: t`De functie van ${name} is beëindigd.` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`Functie van ${name} beëindigen?`}
      confirmText={t`Beëindig de functie`}
      tone="danger"
      reason={{ label: t`Waarom?`, hint: t`${name} krijgt deze tekst in een mail.` }}
      isBusy={end.isPending}
      error={end.isError ? <ProblemNotice error={end.error} /> : null}
      onConfirm={(reason) => end.mutate(reason)}
    >
      <p>
        <Trans>{title} is daarna vrij. Wat iemand door deze functie kon doen, kan niet meer.</Trans>
      </p>
    </ConfirmDialog>
  );
}

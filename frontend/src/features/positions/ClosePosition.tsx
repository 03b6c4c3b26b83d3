import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { closePosition } from '@/api/gen/sdk.gen';
import type { Position } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';

/** Abolish a seat that nobody holds. */
export function ClosePosition({ position, onClose }: { position: Position; onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const { title } = position;
  const close = useMutation({
    mutationFn: () => closePosition({ path: { organization, position: position.id }, headers: ifVersion(position) }),
    async onSuccess() {
      await refreshNetworks(queryClient);
      showToast({ text: t`${title} is opgeheven.` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`${title} opheffen?`}
      confirmText={t`Hef de functie op`}
      tone="danger"
      isBusy={close.isPending}
      error={close.isError ? <ProblemNotice error={close.error} /> : null}
      onConfirm={() => close.mutate()}
    >
      <p>
        <Trans>De functie verdwijnt. Dat kan alleen als niemand haar vervult.</Trans>
      </p>
    </ConfirmDialog>
  );
}

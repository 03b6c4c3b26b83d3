import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { closeWorkingGroup } from '@/api/gen/sdk.gen';
import type { WorkingGroup } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';
import { refreshWorkingGroups } from './queries';

/** Close a working group; the people in it leave it at the same moment. */
export function CloseWorkingGroup({ group, onClose }: { group: WorkingGroup; onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const { name } = group;
  const close = useMutation({
    mutationFn: () =>
      closeWorkingGroup({
        path: { organization, network: group.networkId, group: group.id },
        headers: ifVersion(group),
      }),
    async onSuccess() {
      await refreshWorkingGroups(queryClient);
      showToast({ text: t`${name} is opgeheven.` });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`${name} opheffen?`}
      confirmText={t`Hef de werkgroep op`}
      tone="danger"
      isBusy={close.isPending}
      error={close.isError ? <ProblemNotice error={close.error} /> : null}
      onConfirm={() => close.mutate()}
    >
      <p>
        <Trans>Iedereen in de groep gaat er meteen uit. Dit kan niet terug.</Trans>
      </p>
    </ConfirmDialog>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { removeMembership } from '@/api/gen/sdk.gen';
import type { Membership } from '@/api/gen/types.gen';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';

/** The core group ends a membership, with a reason that the person is mailed. */
export function RemoveMember({ membership }: { membership: Membership }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const name = membership.name ?? '';
  const remove = useMutation({
    mutationFn: (reason: string) =>
      removeMembership({
        path: { organization, network: membership.networkId, membership: membership.id },
        body: { reason },
      }),
    async onSuccess() {
      setAsking(false);
      await refreshNetworks(queryClient);
      showToast({ text: t`${name} is geen lid meer.` });
    },
  });
  return (
    <>
      <Button
        variant="quiet"
        width="flush"
        aria-label={t`Beëindig het lidmaatschap van ${name}`}
        onPress={() => setAsking(true)}
      >
        {t`Beëindig`}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t`Lidmaatschap van ${name} beëindigen?`}
        confirmText={t`Beëindig het lidmaatschap`}
        tone="danger"
        reason={{ label: t`Waarom?`, hint: t`${name} krijgt deze tekst in een mail.` }}
        isBusy={remove.isPending}
        error={remove.isError ? <ProblemNotice error={remove.error} /> : null}
        onConfirm={(reason) => remove.mutate(reason)}
      >
        <p>
          <Trans>Het lidmaatschap eindigt meteen. Functies in de kerngroep en plaatsen in werkgroepen vervallen.</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

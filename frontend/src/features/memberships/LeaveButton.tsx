import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { joinNetwork, leaveNetwork } from '@/api/gen/sdk.gen';
import type { Network } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { refreshNetworks } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';

/**
 * Leave a network, or take back a request. At once with undo where undo puts everything back;
 * with a question first where it does not: the core group must agree again, or a seat in it would be lost.
 */
export function LeaveButton({ network }: { network: Network }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const leave = useLeave(network);
  const isRequest = network.membership?.state === 'requested';
  const isFinal = !isRequest && (network.openness === 'approval' || may(network, 'memberships.list'));
  return (
    <>
      <Button
        variant="quiet"
        width="flush"
        icon="signOut"
        busyText={leave.isPending && !isAsking ? t`Even geduld…` : undefined}
        onPress={() => {
          if (isFinal) setAsking(true);
          else leave.mutate();
        }}
      >
        {isRequest ? t`Trek je aanvraag in` : t`Ga uit dit netwerk`}
      </Button>
      {leave.isError && !isAsking ? <ProblemNotice error={leave.error} /> : null}
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t`Uit ${network.name} gaan?`}
        confirmText={t`Ga uit dit netwerk`}
        tone="danger"
        isBusy={leave.isPending}
        error={leave.isError ? <ProblemNotice error={leave.error} /> : null}
        onConfirm={() => leave.mutate()}
      >
        <p>
          {may(network, 'memberships.list') ? (
            <Trans>
              Je zit in de kerngroep. Je functie daar vervalt ook, en je kunt het netwerk niet meer beheren.
            </Trans>
          ) : (
            <Trans>Wil je later terug, dan beslist de kerngroep opnieuw.</Trans>
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}

function useLeave(network: Network) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const path = { organization, network: network.id };
  const { membership } = network;

  const rejoin = useMutation({
    mutationFn: () => joinNetwork({ path, body: { supportsPurpose: true } }),
    onSuccess: () => refreshNetworks(queryClient),
    onError: () => showToast({ tone: 'bad', text: t`Dat lukte niet. Word opnieuw lid op deze pagina.` }),
  });

  return useMutation({
    async mutationFn() {
      if (membership == null) return;
      await leaveNetwork({ path: { ...path, membership: membership.id }, headers: ifVersion(membership) });
    },
    async onSuccess() {
      await refreshNetworks(queryClient);
      showToast({
        text: membership?.state === 'requested' ? t`Je aanvraag is ingetrokken.` : t`Je bent uit het netwerk.`,
        action: { label: t`Toch niet`, onAct: () => rejoin.mutate() },
      });
    },
  });
}

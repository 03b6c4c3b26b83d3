import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { activateNetwork, endNetwork, reviveNetwork, startNetwork } from '@/api/gen/sdk.gen';
import type { Network } from '@/api/gen/types.gen';
import { refreshNetworks } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';
import type { LifeStep } from './NetworkActions';

type ChangeLifeProps = { network: Network; step: LifeStep; onClose: () => void };

type StepText = { title: string; confirm: string; done: string; what: ReactNode };

/** Asks before a network starts, becomes active, wakes up or ends. */
export function ChangeLife({ network, step, onClose }: ChangeLifeProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const texts = useStepTexts(network)[step];
  const change = useMutation({
    mutationFn: (reason: string) => {
      const path = { organization, network: network.id };
      if (step === 'end') return endNetwork({ path, body: { reason } });
      return { start: startNetwork, activate: activateNetwork, revive: reviveNetwork }[step]({ path });
    },
    onSuccess: async () => {
      await refreshNetworks(queryClient);
      showToast({ text: texts.done });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={texts.title}
      confirmText={texts.confirm}
      tone={step === 'end' ? 'danger' : 'primary'}
      isBusy={change.isPending}
      error={change.isError ? <ProblemNotice error={change.error} /> : null}
      onConfirm={(reason) => change.mutate(reason)}
      {...(step === 'end'
        ? { reason: { label: t`Waarom stopt het?`, hint: t`Iedereen kan dit lezen op de pagina van het netwerk.` } }
        : {})}
    >
      {texts.what}
    </ConfirmDialog>
  );
}

function useStepTexts({ name }: Network): Record<LifeStep, StepText> {
  const { t } = useLingui();
  return {
    start: {
      title: t`${name} starten?`,
      confirm: t`Start het netwerk`,
      done: t`${name} is gestart.`,
      what: (
        <p>
          <Trans>De afspraken gaan vandaag in. Mensen kunnen lid worden, en de kerngroep krijgt bericht.</Trans>
        </p>
      ),
    },
    activate: {
      title: t`Proefperiode afronden?`,
      confirm: t`Rond de proefperiode af`,
      done: t`${name} is nu een actief netwerk.`,
      what: (
        <p>
          <Trans>Het netwerk wordt actief. Er komt plaats vrij om een volgend netwerk te starten.</Trans>
        </p>
      ),
    },
    revive: {
      title: t`${name} weer wakker maken?`,
      confirm: t`Maak het weer wakker`,
      done: t`${name} is weer actief.`,
      what: (
        <p>
          <Trans>Het netwerk kan weer bijeenkomsten plannen. Dat kan als de kerngroep groot genoeg is.</Trans>
        </p>
      ),
    },
    end: {
      title: t`${name} stoppen?`,
      confirm: t`Stop het netwerk`,
      done: t`${name} is gestopt.`,
      what: (
        <p>
          <Trans>De functies vervallen en alle leden krijgen bericht. Dit kan niet terug.</Trans>
        </p>
      ),
    },
  };
}

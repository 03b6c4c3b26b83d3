import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { describeNetwork } from '@/api/gen/sdk.gen';
import type { Network } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { ifVersion } from '@/app/api';
import { refreshNetworks } from '@/app/network';
import { OpennessField, SensitivityField } from '@/app/NetworkChoices';
import { useOrganization } from '@/app/organization';
import { hasStatus } from '@/app/problem';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextAreaField, TextField } from '@/ui/Field';
import { Notice } from '@/ui/States';
import { showToast } from '@/ui/toasts';

/** Change what a network says about itself. When someone else did so meanwhile, both versions stand side by side. */
export function DescribeNetwork({ network, onClose }: { network: Network; onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const [isStale, setStale] = useState(false);
  const form = useApiForm({
    submit: (input) =>
      describeNetwork({
        path: { organization, network: network.id },
        headers: ifVersion(network),
        body: {
          name: input.text('name'),
          purpose: input.text('purpose'),
          about: input.text('about'),
          openness: input.choice('openness'),
          sensitivity: input.choice('sensitivity'),
        },
      }),
    onProblem(problem) {
      if (!hasStatus(problem, 412)) return 'show';
      setStale(true);
      void refreshNetworks(queryClient);
      return 'handled';
    },
    async onDone() {
      await refreshNetworks(queryClient);
      showToast({ text: t`De tekst is gewijzigd.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Wijzig de tekst`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Bewaar de tekst`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        {isStale ? <StaleNotice network={network} /> : null}
        <Fields network={network} />
      </ApiForm>
    </Dialog>
  );
}

/** What stands there now, beside what was typed; saving again puts the typed text in its place. */
function StaleNotice({ network }: { network: Network }) {
  const { t } = useLingui();
  return (
    <Notice tone="warn" title={t`Iemand anders wijzigde dit ook`} announce="now">
      <p>{t`Hieronder staat jouw tekst. Dit staat er nu:`}</p>
      <p>
        <strong>{network.name}</strong>
      </p>
      <p>{network.purpose}</p>
      <p>{network.about}</p>
      <p>{t`Neem over wat je wilt houden en bewaar opnieuw.`}</p>
    </Notice>
  );
}

function Fields({ network }: { network: Network }) {
  const { t } = useLingui();
  return (
    <>
      <TextField name="name" label={t`Naam`} required maxLength={120} defaultValue={network.name} />
      <TextAreaField
        name="purpose"
        label={t`Doel`}
        hint={t`Waar is het netwerk voor? Wie lid wordt, steunt dit doel.`}
        required
        maxLength={600}
        defaultValue={network.purpose}
      />
      <TextAreaField name="about" label={t`Over dit netwerk`} rows={6} maxLength={4000} defaultValue={network.about} />
      <OpennessField chosen={network.openness} />
      {/* What is special once, stays so: people joined on that promise. */}
      <SensitivityField
        chosen={network.sensitivity}
        {...(network.sensitivity === 'special' ? { offered: ['special'] as const } : {})}
      />
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { openEvaluation } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useFormat } from '@/app/format';
import { refreshNetworks, useNetwork } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextAreaField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { refreshEvaluations } from './queries';

/** The office opens the evaluation of a network; before the agreed day with a reason, which the API asks for. */
export function OpenEvaluation({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { dayOn } = useFormat();
  const { slug: organization } = useOrganization();
  const network = useNetwork();
  const queryClient = useQueryClient();
  const form = useApiForm({
    submit: (input) =>
      openEvaluation({
        path: { organization, network: network.id },
        body: { reason: input.text('reason') },
      }),
    async onDone() {
      await Promise.all([refreshEvaluations(queryClient), refreshNetworks(queryClient)]);
      showToast({ text: t`De evaluatie is begonnen. Kerngroep en kantoor krijgen bericht.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Begin de evaluatie`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Begin de evaluatie`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <p>
          <Trans>De cijfers van vandaag worden vastgelegd. Daarna schrijven kerngroep en kantoor wat ze vinden.</Trans>
        </p>
        <TextAreaField
          name="reason"
          label={t`Waarom nu?`}
          hint={
            network.evaluationOn == null
              ? t`Er is geen dag afgesproken. Schrijf waarom de evaluatie nu begint.`
              : t`Alleen nodig voor ${dayOn(network.evaluationOn)}, de afgesproken dag.`
          }
          maxLength={4000}
        />
      </ApiForm>
    </Dialog>
  );
}

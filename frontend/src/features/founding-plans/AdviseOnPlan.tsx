import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { adviseOnFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextAreaField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { keepPlan } from './queries';

/** Forward the plan to the board, with the advice of the office. */
export function AdviseOnPlan({ plan, onClose }: { plan: FoundingPlan; onClose: () => void }) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await adviseOnFoundingPlan({
        path: { organization, plan: plan.id },
        body: { advice: input.text('advice') },
      });
      return data;
    },
    async onDone(changed) {
      await keepPlan(client, organization, changed);
      showToast({ text: t`Het plan ligt bij het bestuur.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Stuur met advies naar het bestuur`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Stuur naar het bestuur`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <p>
          <Trans>Het bestuur krijgt een mail. De indieners lezen het advies pas als er besloten is.</Trans>
        </p>
        <TextAreaField
          name="advice"
          label={t`Advies aan het bestuur`}
          hint={t`Positief of niet, en waarom?`}
          required
          rows={6}
          maxLength={4000}
        />
      </ApiForm>
    </Dialog>
  );
}

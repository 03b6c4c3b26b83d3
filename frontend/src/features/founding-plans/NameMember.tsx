import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { nameFoundingPlanMember } from '@/api/gen/sdk.gen';
import type { FoundingPlan, PositionKind } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useAccount } from '@/app/account';
import { useOrganization } from '@/app/organization';
import { coreGroupKinds, positionKindLabels } from '@/app/positionLabels';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { SelectField, TextField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { keepPlan } from './queries';

/** Ask someone for the core group, by address. They get a mail and answer for themselves. */
export function NameMember({ plan, onClose }: { plan: FoundingPlan; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const form = useApiForm({
    submit: async (input) => {
      const kind: PositionKind = input.choice('kind');
      const { data } = await nameFoundingPlanMember({
        path: { organization, plan: plan.id },
        body: { email: input.text('email'), kind, title: input.text('title') || i18n._(positionKindLabels[kind]) },
      });
      return data;
    },
    async onDone(changed) {
      await keepPlan(client, organization, changed);
      showToast({ text: t`Toegevoegd. Wie je vroeg, krijgt een mail.` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Vraag iemand voor de kerngroep`}
      footer={
        <>
          <Button onPress={onClose}>{t`Annuleren`}</Button>
          <SubmitButton form={form}>{t`Vraag deze persoon`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <Fields plan={plan} />
      </ApiForm>
    </Dialog>
  );
}

function Fields({ plan }: { plan: FoundingPlan }) {
  const { t, i18n } = useLingui();
  const own = useAccount()?.email ?? '';
  const isOwnMissing = plan.ownMember == null;
  return (
    <>
      <TextField
        name="email"
        type="email"
        label={t`E-mailadres`}
        hint={
          isOwnMissing
            ? t`Doe je zelf ook mee? Begin dan met je eigen adres. Anders vul je hier een ander adres in.`
            : t`Deze persoon krijgt een mail met de vraag, en antwoordt zelf.`
        }
        required
        maxLength={254}
        defaultValue={isOwnMissing ? own : undefined}
      />
      <SelectField
        name="kind"
        label={t`Functie`}
        required
        defaultValue="member"
        options={coreGroupKinds.map((value) => ({ value, label: i18n._(positionKindLabels[value]) }))}
      />
      <TextField
        name="title"
        label={t`Hoe heet de functie?`}
        hint={t`Bijvoorbeeld: tweede secretaris.`}
        maxLength={80}
      />
    </>
  );
}

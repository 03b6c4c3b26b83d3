import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { inviteAffiliation } from '@/api/gen/sdk.gen';
import type { InvitedKind } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { may, useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { RadioField } from '@/ui/ChoiceField';
import { TextField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { useAffiliationsChanged } from './queries';

/** Inviting someone by mail; for who may. */
export function InviteButton() {
  const { t } = useLingui();
  const organization = useOrganization();
  const [isOpen, setOpen] = useState(false);
  if (!may(organization, 'affiliations.invite')) return null;
  return (
    <>
      <Button variant="primary" icon="mail" onPress={() => setOpen(true)}>{t`Nodig iemand uit`}</Button>
      <InviteDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const changed = useAffiliationsChanged();
  const form = useApiForm({
    async submit(input) {
      const body = {
        name: input.text('name'),
        email: input.text('email'),
        kind: input.choice<InvitedKind>('kind'),
      };
      return (await inviteAffiliation({ path: { organization: slug }, body })).data;
    },
    onDone({ name, personId }) {
      onClose();
      showToast({ text: t`We mailen een uitnodiging aan ${name}.` });
      void changed(personId);
    },
  });
  return (
    <Dialog
      title={t`Nodig iemand uit`}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>
            <Trans>Annuleren</Trans>
          </Button>
          <SubmitButton form={form}>{t`Stuur de uitnodiging`}</SubmitButton>
        </>
      }
    >
      <p>
        <Trans>Diegene krijgt een mail met een link. De link werkt 7 dagen.</Trans>
      </p>
      <ApiForm form={form}>
        <TextField name="name" label={t`Naam`} required maxLength={120} autoComplete="off" />
        <TextField name="email" label={t`E-mailadres`} type="email" required maxLength={254} autoComplete="off" />
        <RadioField
          name="kind"
          label={t`Wat wordt deze persoon?`}
          required
          defaultValue="member"
          choices={[
            { value: 'member', label: t`Lid` },
            { value: 'former-member', label: t`Oud-lid` },
            { value: 'supporter', label: t`Belangstellende`, hint: t`Doet mee, maar is geen lid.` },
            { value: 'external', label: t`Van buiten`, hint: t`Deskundige, politicus of partner.` },
          ]}
        />
      </ApiForm>
    </Dialog>
  );
}

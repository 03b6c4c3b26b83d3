import { Trans, useLingui } from '@lingui/react/macro';
import { letInWalkIn } from '@/api/gen/sdk.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { CheckboxField } from '@/ui/ChoiceField';
import { TextField } from '@/ui/Field';
import { showToast } from '@/ui/toasts';
import { consentVersion } from './consent';
import { useDoor } from './useDoor';

type WalkInDialogProps = {
  meeting: string;
  /** What was searched for and not found. */
  name: string;
  onClose: () => void;
};

/** Lets in someone who did not register. */
export function WalkInDialog({ meeting, name, onClose }: WalkInDialogProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const { put, undo } = useDoor(meeting);
  const form = useApiForm({
    submit: async (input) => {
      const { data } = await letInWalkIn({
        path: { organization, meeting },
        body: {
          name: input.text('name'),
          email: input.textOrNull('email'),
          consent: { textVersion: consentVersion },
        },
      });
      return data.attendee;
    },
    onDone(attendee) {
      put(attendee);
      onClose();
      const action = { label: t`Ongedaan maken`, onAct: () => void undo(attendee) };
      showToast({ text: t`${attendee.name} is binnen.`, action });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Iemand extra`}
      footer={
        <>
          <Button onPress={onClose}>
            <Trans>Annuleren</Trans>
          </Button>
          <SubmitButton form={form}>
            <Trans>Laat binnen</Trans>
          </SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <TextField name="name" label={t`Naam`} defaultValue={name} required autoComplete="off" maxLength={120} />
        <TextField
          name="email"
          type="email"
          label={t`E-mailadres`}
          hint={t`Alleen als iemand vaker iets wil horen.`}
          autoComplete="off"
          maxLength={254}
        />
        <CheckboxField name="consent" required label={t`Deze persoon vindt het goed dat we de naam kort bewaren`} />
      </ApiForm>
    </Dialog>
  );
}

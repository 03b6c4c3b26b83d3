import { Trans, useLingui } from '@lingui/react/macro';
import type { Meeting } from '@/api/gen/types.gen';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useApiForm } from '@/app/useApiForm';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { NumberField } from '@/ui/Field';
import { useMeetingDeed } from './useMeetingDeed';

/** Says that a meeting took place; asks how many came where no names are kept. */
export function HoldDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useLingui();
  const hold = useMeetingDeed(meeting, onClose);
  const form = useApiForm({
    submit: (input) => hold.mutateAsync({ kind: 'hold', present: input.numberOrNull('present') }),
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="narrow"
      title={t`De bijeenkomst is geweest`}
      footer={
        <>
          <Button onPress={onClose}>
            <Trans>Annuleren</Trans>
          </Button>
          <SubmitButton form={form}>
            <Trans>Rond af</Trans>
          </SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        {meeting.attendance === 'count-only' ? (
          <NumberField
            name="present"
            label={t`Hoeveel mensen waren er?`}
            required
            min={0}
            max={100000}
            unit={t`mensen`}
          />
        ) : (
          <p>
            <Trans>
              Van de {meeting.registered} aangemelde mensen zijn er {meeting.attended} ingecheckt. Klopt dat niet?
              Inchecken kan ook daarna nog.
            </Trans>
          </p>
        )}
      </ApiForm>
    </Dialog>
  );
}

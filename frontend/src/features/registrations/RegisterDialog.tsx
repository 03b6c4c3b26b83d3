import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { SubmitButton } from '@/app/ApiForm';
import { useFormat } from '@/app/format';
import { may } from '@/app/organization';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { GuestForm, useGuestForm } from './GuestForm';
import { MemberForm, useMemberForm } from './MemberForm';
import styles from './RegisterDialog.module.css';
import { isFull } from './seats';

type RegisterDialogProps = { meeting: MeetingSummary; onClose: () => void };

/** Registering for a meeting, as someone of the organisation or as a guest. */
export function RegisterDialog({ meeting, onClose }: RegisterDialogProps) {
  return may(meeting, 'registrations.register') ? (
    <MemberDialog meeting={meeting} onClose={onClose} />
  ) : (
    <GuestDialog meeting={meeting} onClose={onClose} />
  );
}

function MemberDialog({ meeting, onClose }: RegisterDialogProps) {
  const { t } = useLingui();
  const form = useMemberForm(meeting, onClose);
  const title = isFull(meeting) ? t`Zet me op de wachtlijst` : t`Meld je aan`;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onPress={onClose}>
            <Trans>Annuleren</Trans>
          </Button>
          <SubmitButton form={form}>{isFull(meeting) ? t`Zet me op de wachtlijst` : t`Meld me aan`}</SubmitButton>
        </>
      }
    >
      <MeetingBanner meeting={meeting} />
      <MemberForm form={form} />
    </Dialog>
  );
}

function GuestDialog({ meeting, onClose }: RegisterDialogProps) {
  const { t } = useLingui();
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const form = useGuestForm(meeting, setMailedTo);
  if (mailedTo !== null) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title={t`Kijk in je mail`}
        footer={
          <Button variant="primary" onPress={onClose}>
            <Trans>Sluiten</Trans>
          </Button>
        }
      >
        <MailSent address={mailedTo} />
      </Dialog>
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isFull(meeting) ? t`Zet me op de wachtlijst` : t`Meld je aan`}
      footer={
        <>
          <Button onPress={onClose}>
            <Trans>Annuleren</Trans>
          </Button>
          <SubmitButton form={form}>
            <Trans>Meld me aan</Trans>
          </SubmitButton>
        </>
      }
    >
      <MeetingBanner meeting={meeting} />
      <GuestForm form={form} />
    </Dialog>
  );
}

function MailSent({ address }: { address: string }) {
  return (
    <div className={styles['sent']} role="status">
      <p>
        <Trans>
          We sturen een mail naar <strong>{address}</strong>. Open de link in die mail en druk daar op de knop. Dan ben
          je aangemeld.
        </Trans>
      </p>
      <p>
        <Trans>De link werkt 24 uur. Geen mail? Kijk bij ongewenste mail, of meld je opnieuw aan.</Trans>
      </p>
    </div>
  );
}

function MeetingBanner({ meeting }: { meeting: MeetingSummary }) {
  const { moment } = useFormat();
  const free = meeting.capacity == null ? null : meeting.capacity - meeting.registered;
  return (
    <div className={styles['banner']}>
      <p className={styles['title']}>{meeting.title}</p>
      <p>
        {moment(meeting.startsAt)}
        {free === null ? null : (
          <>
            {' · '}
            {free > 0 ? (
              <Plural value={free} one="nog # plaats" other="nog # plaatsen" />
            ) : (
              <Trans>de zaal zit vol</Trans>
            )}
          </>
        )}
      </p>
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { Status } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { isFull } from './seats';

const RegisterDialog = lazy(async () => ({ default: (await import('./RegisterDialog')).RegisterDialog }));

type RegisterButtonProps = { meeting: MeetingSummary; width?: 'fit' | 'fill' };

/** Opens the dialog to register; nothing for who cannot register now. */
export function RegisterButton({ meeting, width = 'fill' }: RegisterButtonProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const canRegister = may(meeting, 'registrations.register') || may(meeting, 'registrations.register-guest');
  if (!canRegister) return null;
  const text = isFull(meeting) ? t`Zet me op de wachtlijst` : t`Meld je aan`;
  return (
    <>
      <Button
        width={width}
        variant={isFull(meeting) ? 'secondary' : 'primary'}
        aria-label={t`${text}: ${meeting.title}`}
        onPress={() => setOpen(true)}
      >
        {text}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <RegisterDialog meeting={meeting} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** In a list of meetings: where you stand, or the button to register. */
export function RegistrationShortcut({ meeting }: { meeting: MeetingSummary }) {
  const { t } = useLingui();
  const state = meeting.registration?.state;
  return (
    <>
      {state === 'registered' ? <Status tone="ok">{t`Je bent aangemeld`}</Status> : null}
      {state === 'waitlisted' ? <Status tone="accent">{t`Je staat op de wachtlijst`}</Status> : null}
      <RegisterButton meeting={meeting} />
    </>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Meeting, Registration } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Stack } from '@/ui/Layout';
import { Notice } from '@/ui/States';
import { useCancel } from './useCancel';

type OwnRegistrationProps = { meeting: Meeting; registration: Registration };

/** Your own registration for a meeting, and cancelling it. */
export function OwnRegistration({ meeting, registration }: OwnRegistrationProps) {
  return (
    <Stack>
      <Standing meeting={meeting} registration={registration} />
      {registration.needs === '' ? null : (
        <p>
          <Trans>Dit heb je nodig: {registration.needs}</Trans>
        </p>
      )}
      {may(registration, 'registrations.cancel') ? (
        <CancelButton meeting={meeting} registration={registration} />
      ) : null}
    </Stack>
  );
}

function Standing({ meeting, registration }: OwnRegistrationProps) {
  const { t } = useLingui();
  if (registration.state === 'cancelled') {
    return (
      <Notice title={t`Je hebt je afgemeld`}>
        <p>
          <Trans>Wil je toch komen? Meld je dan opnieuw aan.</Trans>
        </p>
      </Notice>
    );
  }
  if (registration.state === 'registered') {
    return (
      <Notice tone="ok" title={registration.attendedAt == null ? t`Je bent aangemeld` : t`Je bent er`}>
        {meeting.onlineUrl == null ? (
          <p>
            <Trans>Leuk dat je komt.</Trans>
          </p>
        ) : (
          <p>
            <a href={meeting.onlineUrl} rel="noreferrer" target="_blank">
              <Trans>Doe online mee (opent in een nieuw venster)</Trans>
            </a>
          </p>
        )}
      </Notice>
    );
  }
  const place = registration.ahead == null ? null : registration.ahead + 1;
  return (
    <Notice
      tone="warn"
      title={place === null ? t`Je staat op de wachtlijst` : t`Je bent nummer ${place} op de wachtlijst`}
    >
      <p>
        {meeting.isFirstCome ? (
          <Trans>Het begint bijna. Komt er een plek vrij, dan is die voor wie het eerst komt. We mailen je.</Trans>
        ) : (
          <Trans>Komt er een plek vrij, dan krijg jij die op je beurt. We mailen je meteen.</Trans>
        )}
      </p>
    </Notice>
  );
}

function CancelButton({ meeting, registration }: OwnRegistrationProps) {
  const { t } = useLingui();
  const { cancel, isBusy } = useCancel(meeting, registration);
  const [isAsking, setAsking] = useState(false);
  // Who gives up a seat that others wait for does not get it back: undo would promise too much.
  const isForGood = registration.state === 'waitlisted' || meeting.waitlisted > 0;
  const act = async () => {
    setAsking(false);
    await cancel(isForGood ? 'for-good' : 'with-undo');
  };
  return (
    <>
      <Button
        width="fill"
        busyText={isBusy ? t`Even geduld…` : undefined}
        onPress={() => (isForGood ? setAsking(true) : void act())}
      >
        <Trans>Meld je af</Trans>
      </Button>
      <ConfirmDialog
        title={t`Meld je je af?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmText={t`Meld me af`}
        tone="danger"
        onConfirm={() => void act()}
      >
        <p>
          <Trans>Je plek gaat naar iemand anders. Bedenk je je later, dan sluit je achteraan in de rij.</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

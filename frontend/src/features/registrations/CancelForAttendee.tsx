import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cancelRegistration } from '@/api/gen/sdk.gen';
import type { Attendee, Meeting } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';
import { renewRegistrations } from './queries';

type CancelForAttendeeProps = { meeting: Pick<Meeting, 'id'>; attendee: Attendee };

/** For who called that they cannot come. Asked first: another may have the seat at once. */
export function CancelForAttendee({ meeting, attendee }: CancelForAttendeeProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { name } = attendee;
  const cancel = useMutation({
    mutationFn: () =>
      cancelRegistration({ path: { organization, registration: attendee.id }, headers: ifVersion(attendee) }),
    async onSuccess() {
      setAsking(false);
      showToast({ text: t`${name} is afgemeld.` });
      await renewRegistrations(client, organization, meeting.id);
    },
  });
  return (
    <>
      <Button variant="quiet" width="flush" aria-label={t`Meld ${name} af`} onPress={() => setAsking(true)}>
        {t`Meld af`}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t`${name} afmelden?`}
        confirmText={t`Meld af`}
        isBusy={cancel.isPending}
        error={cancel.isError ? <ProblemNotice error={cancel.error} /> : null}
        onConfirm={() => cancel.mutate()}
      >
        <p>
          <Trans>
            Doe dit alleen als deze persoon het je vroeg. Wacht er iemand, dan gaat de plek meteen naar die persoon.
          </Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { cancelRegistration, registerAttendee } from '@/api/gen/sdk.gen';
import type { MeetingSummary, Registration } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { useProblemToast } from '@/app/useProblemToast';
import { showToast } from '@/ui/toasts';
import { renewRegistrations } from './queries';
import { useAcceptedToast } from './useAcceptedToast';

/** Cancels your own registration; where nobody waits, a toast offers to come after all. */
export function useCancel(meeting: Pick<MeetingSummary, 'id'>, registration: Registration) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const showAccepted = useAcceptedToast();
  const showProblem = useProblemToast();
  const [isBusy, setBusy] = useState(false);

  async function comeAfterAll() {
    try {
      const path = { organization, meeting: meeting.id };
      const { data } = await registerAttendee({ path, body: { needs: registration.needs } });
      showAccepted(data);
    } catch (error) {
      showProblem(error);
    }
    await renewRegistrations(client, organization, meeting.id);
  }

  async function cancel(how: 'with-undo' | 'for-good') {
    setBusy(true);
    try {
      await cancelRegistration({
        path: { organization, registration: registration.id },
        headers: ifVersion(registration),
      });
      const undo = { label: t`Toch komen`, onAct: () => void comeAfterAll() };
      showToast({ text: t`Je bent afgemeld.`, action: how === 'with-undo' ? undo : undefined });
    } catch (error) {
      showProblem(error);
    } finally {
      await renewRegistrations(client, organization, meeting.id);
      setBusy(false);
    }
  }

  return { cancel, isBusy };
}

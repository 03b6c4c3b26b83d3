import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { checkInAttendee, undoCheckIn } from '@/api/gen/sdk.gen';
import type { Attendee, CheckedAttendee } from '@/api/gen/types.gen';
import { ifMatch } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { useProblemToast } from '@/app/useProblemToast';
import { showToast } from '@/ui/toasts';
import { doorListOptions } from './queries';

/** Lets people in and takes that back. The list changes at once, and goes back when the server refuses. */
export function useDoor(meeting: string) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const showProblem = useProblemToast();
  const { queryKey } = doorListOptions(organization, meeting);

  function put(attendee: Attendee) {
    client.setQueryData(queryKey, (list: Attendee[] | undefined = []) =>
      list.some(({ id }) => id === attendee.id)
        ? list.map((one) => (one.id === attendee.id ? attendee : one))
        : [...list, attendee],
    );
  }

  async function change(before: Attendee, expected: Attendee, send: () => Promise<{ data: CheckedAttendee }>) {
    // A list that is on its way was read before this change and would undo it on the screen.
    await client.cancelQueries({ queryKey });
    put(expected);
    try {
      const { data } = await send();
      put(data.attendee);
      return data.attendee;
    } catch (error) {
      put(before);
      showProblem(error);
      return null;
    }
  }

  async function undo(attendee: Attendee) {
    const state = attendee.isWalkIn ? 'cancelled' : attendee.state;
    const undone = await change(attendee, { ...attendee, state, attendedAt: null }, () =>
      undoCheckIn({
        path: { organization, registration: attendee.id },
        headers: ifMatch({ etag: `"v${attendee.version}"` }),
      }),
    );
    if (undone) showToast({ text: t`${attendee.name} staat weer als niet binnen.` });
  }

  async function letIn(attendee: Attendee) {
    const isWalkIn = attendee.isWalkIn || attendee.state !== 'registered';
    const expected = { ...attendee, isWalkIn, state: 'registered' as const, attendedAt: new Date().toISOString() };
    const inside = await change(attendee, expected, () =>
      checkInAttendee({ path: { organization, registration: attendee.id } }),
    );
    if (inside) {
      const action = { label: t`Ongedaan maken`, onAct: () => void undo(inside) };
      showToast({ text: t`${attendee.name} is binnen.`, action });
    }
  }

  return { letIn, undo, put };
}

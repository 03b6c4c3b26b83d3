import { useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { registerAttendee } from '@/api/gen/sdk.gen';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { ApiForm } from '@/app/ApiForm';
import { useOrganization } from '@/app/organization';
import { type ApiFormState, useApiForm } from '@/app/useApiForm';
import { NeedsField } from './NeedsField';
import { renewRegistrations } from './queries';
import { useAcceptedToast } from './useAcceptedToast';

/** Registers who is signed in; calls `onDone` when the API has answered. */
export function useMemberForm(meeting: MeetingSummary, onDone: () => void): ApiFormState {
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const showAccepted = useAcceptedToast();
  return useApiForm({
    submit: async (input) => {
      const { data } = await registerAttendee({
        path: { organization, meeting: meeting.id },
        body: { needs: input.text('needs') },
      });
      return data;
    },
    onDone(registration) {
      onDone();
      showAccepted(registration);
      void renewRegistrations(client, organization, meeting.id);
    },
  });
}

export function MemberForm({ form }: { form: ApiFormState }) {
  const { t } = useLingui();
  return (
    <ApiForm form={form}>
      <p>{t`Je naam en e-mailadres hebben we al.`}</p>
      <NeedsField />
    </ApiForm>
  );
}

import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelMeeting, holdMeeting, publishMeeting } from '@/api/gen/sdk.gen';
import type { Meeting } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { showToast } from '@/ui/toasts';
import { keepMeeting, statisticsKey } from './queries';

type Deed = { kind: 'publish' } | { kind: 'cancel'; reason: string } | { kind: 'hold'; present: number | null };

/** Publishes a meeting, calls it off, or says that it took place. */
export function useMeetingDeed({ id }: Pick<Meeting, 'id'>, onDone: () => void) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const told: Record<Deed['kind'], string> = {
    publish: t`De bijeenkomst staat in de agenda.`,
    cancel: t`De bijeenkomst is afgelast.`,
    hold: t`Afgerond. De aantallen tellen mee in de cijfers.`,
  };
  return useMutation({
    mutationFn: async (deed: Deed) => (await send(deed)).data,
    async onSuccess(meeting, { kind }) {
      showToast({ text: told[kind] });
      onDone();
      await keepMeeting(client, organization, meeting);
      await client.invalidateQueries({ queryKey: statisticsKey });
    },
  });

  function send(deed: Deed) {
    const path = { organization, meeting: id };
    switch (deed.kind) {
      case 'publish':
        return publishMeeting({ path });
      case 'cancel':
        return cancelMeeting({ path, body: { reason: deed.reason } });
      case 'hold':
        return holdMeeting({ path, body: { present: deed.present } });
    }
  }
}

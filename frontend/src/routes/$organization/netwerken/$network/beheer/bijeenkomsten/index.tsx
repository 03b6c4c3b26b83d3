import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { NetworkMeetings } from '@/features/meetings/NetworkMeetings';
import { networkOptions } from '@/features/meetings/queries';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/bijeenkomsten/')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('meetings'),
      context.queryClient.ensureQueryData(networkOptions(params.organization, params.network)),
    ]),
  component: () => {
    const { network } = Route.useParams();
    return <NetworkMeetings network={network} />;
  },
});

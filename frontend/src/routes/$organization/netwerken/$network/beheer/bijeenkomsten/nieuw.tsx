import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { paths } from '@/app/paths';
import { networkOptions } from '@/features/meetings/queries';
import { ScheduleMeeting } from '@/features/meetings/ScheduleMeeting';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/bijeenkomsten/nieuw')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('meetings'),
      context.queryClient.ensureQueryData(networkOptions(params.organization, params.network)),
    ]),
  component: () => {
    const { organization, network } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ScheduleMeeting
        network={network}
        onScheduled={(meeting) => void navigate({ href: paths.managedMeeting(organization, network, meeting) })}
      />
    );
  },
});

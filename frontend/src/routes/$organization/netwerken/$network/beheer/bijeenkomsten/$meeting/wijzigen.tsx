import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { paths } from '@/app/paths';
import { ChangeMeeting } from '@/features/meetings/ChangeMeeting';
import { meetingOptions } from '@/features/meetings/queries';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/bijeenkomsten/$meeting/wijzigen')({
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('meetings'),
      context.queryClient.ensureQueryData(meetingOptions(params.organization, params.meeting)),
    ]),
  component: () => {
    const { organization, network, meeting } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ChangeMeeting
        meeting={meeting}
        onChanged={() => void navigate({ href: paths.managedMeeting(organization, network, meeting) })}
      />
    );
  },
});

import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { ManagedMeeting } from '@/features/meetings/ManagedMeeting';
import { meetingOptions } from '@/features/meetings/queries';
import { Attendees } from '@/features/registrations/Attendees';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/bijeenkomsten/$meeting/')({
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('meetings', 'registrations'),
      context.queryClient.ensureQueryData(meetingOptions(params.organization, params.meeting)),
    ]),
  component: () => {
    const { meeting } = Route.useParams();
    return <ManagedMeeting meeting={meeting} attendees={(found) => <Attendees meeting={found} />} />;
  },
});

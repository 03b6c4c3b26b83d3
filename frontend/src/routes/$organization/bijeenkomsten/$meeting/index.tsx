import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { MeetingPage } from '@/features/meetings/MeetingPage';
import { meetingOptions } from '@/features/meetings/queries';
import { RegistrationPanel } from '@/features/registrations/RegistrationPanel';

export const Route = createFileRoute('/$organization/bijeenkomsten/$meeting/')({
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('meetings', 'registrations'),
      context.queryClient.ensureQueryData(meetingOptions(params.organization, params.meeting)),
    ]),
  component: () => {
    const { meeting } = Route.useParams();
    return <MeetingPage meeting={meeting} registration={(found) => <RegistrationPanel meeting={found} />} />;
  },
});

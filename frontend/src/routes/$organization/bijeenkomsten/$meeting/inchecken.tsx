import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { CheckIn } from '@/features/registrations/CheckIn';
import { meetingOptions } from '@/features/registrations/queries';

export const Route = createFileRoute('/$organization/bijeenkomsten/$meeting/inchecken')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('registrations'),
      context.queryClient.ensureQueryData(meetingOptions(params.organization, params.meeting)),
    ]),
  component: () => {
    const { meeting } = Route.useParams();
    return <CheckIn meeting={meeting} />;
  },
});

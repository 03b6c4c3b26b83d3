import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { paths } from '@/app/paths';
import { ScheduleMeeting } from '@/features/meetings/ScheduleMeeting';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/bijeenkomsten/nieuw')({
  loader: () => loadTexts('meetings'),
  component: () => {
    const { organization, network } = Route.useParams();
    const navigate = Route.useNavigate();
    return (
      <ScheduleMeeting
        onScheduled={(meeting) => void navigate({ href: paths.managedMeeting(organization, network, meeting) })}
      />
    );
  },
});

import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import type { MeetingSummary } from '@/api/gen/types.gen';
import { loadTexts } from '@/app/i18n';
import { networkOptions } from '@/app/network';
import { NextMeetings, nextMeetingsOptions } from '@/features/meetings/NextMeetings';
import { JoinPanel } from '@/features/memberships/JoinPanel';
import { NetworkPage } from '@/features/networks/NetworkPage';
import { vacanciesOptions } from '@/features/positions/queries';
import { Vacancies } from '@/features/positions/Vacancies';
import { RegistrationShortcut } from '@/features/registrations/RegisterButton';

export const Route = createFileRoute('/$organization/netwerken/$network/')({
  async loader({ context: { queryClient }, params: { organization, network: slug } }) {
    const [network] = await Promise.all([
      queryClient.ensureQueryData(networkOptions(organization, slug)),
      loadTexts('networks', 'memberships', 'positions', 'meetings', 'registrations'),
    ]);
    await Promise.all([
      queryClient.ensureInfiniteQueryData(vacanciesOptions(organization, network.id)),
      queryClient.ensureInfiniteQueryData(nextMeetingsOptions(organization, network.id)),
    ]);
  },
  component: NetworkRoute,
});

function NetworkRoute() {
  const { organization, network } = Route.useParams();
  const { data } = useSuspenseQuery(networkOptions(organization, network));
  return (
    <NetworkPage
      network={network}
      join={<JoinPanel network={network} />}
      meetings={<NextMeetings network={data.id} action={registration} />}
      vacancies={<Vacancies network={network} />}
    />
  );
}

function registration(meeting: MeetingSummary) {
  return <RegistrationShortcut meeting={meeting} />;
}

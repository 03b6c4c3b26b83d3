import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { networkOptions } from '@/app/network';
import { JoinPanel } from '@/features/memberships/JoinPanel';
import { NetworkPage } from '@/features/networks/NetworkPage';
import { vacanciesOptions } from '@/features/positions/queries';
import { Vacancies } from '@/features/positions/Vacancies';

export const Route = createFileRoute('/$organization/netwerken/$network/')({
  async loader({ context: { queryClient }, params: { organization, network: slug } }) {
    const [network] = await Promise.all([
      queryClient.ensureQueryData(networkOptions(organization, slug)),
      loadTexts('networks', 'memberships', 'positions'),
    ]);
    await queryClient.ensureInfiniteQueryData(vacanciesOptions(organization, network.id));
  },
  component: NetworkRoute,
});

function NetworkRoute() {
  const { network } = Route.useParams();
  return (
    <NetworkPage network={network} join={<JoinPanel network={network} />} vacancies={<Vacancies network={network} />} />
  );
}

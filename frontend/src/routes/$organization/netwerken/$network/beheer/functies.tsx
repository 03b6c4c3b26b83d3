import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { networkOptions } from '@/app/network';
import { PositionsScreen } from '@/features/positions/PositionsScreen';
import { positionsOptions } from '@/features/positions/queries';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/functies')({
  async loader({ context: { queryClient }, params: { organization, network: slug } }) {
    const [network] = await Promise.all([
      queryClient.ensureQueryData(networkOptions(organization, slug)),
      loadTexts('positions'),
    ]);
    await queryClient.ensureInfiniteQueryData(positionsOptions(organization, network.id));
  },
  component: PositionsScreen,
});

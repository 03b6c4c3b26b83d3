import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { networkOptions } from '@/app/network';
import { GoalsScreen } from '@/features/networks/GoalsScreen';
import { agreementsOptions } from '@/features/networks/queries';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/doelen')({
  async loader({ context: { queryClient }, params: { organization, network: slug } }) {
    const [network] = await Promise.all([
      queryClient.ensureQueryData(networkOptions(organization, slug)),
      loadTexts('networks'),
    ]);
    await queryClient.ensureQueryData(agreementsOptions(organization, network.id));
  },
  component: GoalsScreen,
});

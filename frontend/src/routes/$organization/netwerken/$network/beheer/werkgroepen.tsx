import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { networkOptions } from '@/app/network';
import { workingGroupsOptions } from '@/features/working-groups/queries';
import { WorkingGroupsScreen } from '@/features/working-groups/WorkingGroupsScreen';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/werkgroepen')({
  async loader({ context: { queryClient }, params: { organization, network: slug } }) {
    const [network] = await Promise.all([
      queryClient.ensureQueryData(networkOptions(organization, slug)),
      loadTexts('working-groups'),
    ]);
    await queryClient.ensureInfiniteQueryData(workingGroupsOptions(organization, network.id));
  },
  component: WorkingGroupsScreen,
});

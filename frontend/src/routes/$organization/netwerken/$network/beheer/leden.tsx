import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { networkOptions } from '@/app/network';
import { may } from '@/app/organization';
import { MembersScreen } from '@/features/memberships/MembersScreen';
import { membershipsOptions } from '@/features/memberships/queries';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/leden')({
  async loader({ context: { queryClient }, params: { organization, network: slug } }) {
    const [network] = await Promise.all([
      queryClient.ensureQueryData(networkOptions(organization, slug)),
      loadTexts('memberships'),
    ]);
    if (!may(network, 'memberships.list')) return;
    await Promise.all([
      queryClient.ensureInfiniteQueryData(membershipsOptions(organization, network.id, 'requested')),
      queryClient.ensureInfiniteQueryData(membershipsOptions(organization, network.id, 'active')),
    ]);
  },
  component: MembersScreen,
});

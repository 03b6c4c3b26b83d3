import { createFileRoute, redirect } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { networkOptions } from '@/app/network';
import { may } from '@/app/organization';
import { paths } from '@/app/paths';
import { NetworkEvaluations } from '@/features/evaluations/NetworkEvaluations';
import { networkEvaluationsOptions } from '@/features/evaluations/queries';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/evaluatie')({
  async loader({ context: { queryClient }, params: { organization, network: slug } }) {
    const [network] = await Promise.all([
      queryClient.ensureQueryData(networkOptions(organization, slug)),
      loadTexts('evaluations'),
    ]);
    if (!may(network, 'evaluations.read')) throw redirect({ href: paths.networkWorkspace(organization, slug) });
    await queryClient.ensureInfiniteQueryData(networkEvaluationsOptions(organization, network.id));
  },
  component: NetworkEvaluations,
});

import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Outlet } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { NetworkContext, networkOptions, workspaceParts } from '@/app/network';
import { NoWorkspace } from '@/app/NoWorkspace';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    context.queryClient.ensureQueryData(networkOptions(params.organization, params.network)),
  component: WorkspaceFrame,
});

function WorkspaceFrame() {
  const { organization, network: slug } = Route.useParams();
  const { data: network } = useSuspenseQuery(networkOptions(organization, slug));
  return (
    <NetworkContext value={network}>
      {workspaceParts(network).length === 0 ? <NoWorkspace /> : <Outlet />}
    </NetworkContext>
  );
}

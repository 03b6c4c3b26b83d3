import { createFileRoute, redirect } from '@tanstack/react-router';
import { networkOptions, workspaceParts } from '@/app/network';
import { paths } from '@/app/paths';

/** The workspace opens on the first part that the caller can use. */
export const Route = createFileRoute('/$organization/netwerken/$network/beheer/')({
  async loader({ context, params: { organization, network: slug } }) {
    const network = await context.queryClient.ensureQueryData(networkOptions(organization, slug));
    const [first] = workspaceParts(network);
    if (first) throw redirect({ href: paths.networkWorkspace(organization, slug, first), replace: true });
  },
});

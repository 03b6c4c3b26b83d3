import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { NetworkList } from '@/features/networks/NetworkList';
import { readNetworkSearch } from '@/features/networks/networkSearch';
import { networksOptions } from '@/features/networks/queries';

export const Route = createFileRoute('/$organization/netwerken/')({
  validateSearch: readNetworkSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    Promise.all([
      loadTexts('networks'),
      context.queryClient.ensureInfiniteQueryData(networksOptions(params.organization, deps)),
    ]),
  component: NetworksRoute,
});

function NetworksRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return <NetworkList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}

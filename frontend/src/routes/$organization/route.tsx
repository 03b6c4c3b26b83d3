import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Outlet } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { NotFound, UnknownOrganization } from '@/app/NotFound';
import { OrganizationContext, organizationOptions } from '@/app/organization';
import { hasStatus } from '@/app/problem';
import { RouteError } from '@/app/RouteError';
import { Shell } from '@/app/Shell';
import { WaitingAlone } from '@/app/Waiting';
import { wearOrganization, wearVliegwiel } from '@/app/theme';

export const Route = createFileRoute('/$organization')({
  // Before the loaders of the pages below: of an organisation that is not there, nothing else is asked.
  beforeLoad: async ({ context, params }) => {
    await context.queryClient.ensureQueryData(organizationOptions(params.organization));
  },
  pendingComponent: WaitingAlone,
  component: OrganizationLayout,
  notFoundComponent: NotFound,
  errorComponent: (props) => (
    <Shell organization={null}>
      {hasStatus(props.error, 404) ? <UnknownOrganization /> : <RouteError {...props} />}
    </Shell>
  ),
});

function OrganizationLayout() {
  const { organization: slug } = Route.useParams();
  const { data: organization } = useSuspenseQuery(organizationOptions(slug));
  // The colours hang on the document, outside React, so that dialogs at its end wear them too.
  useLayoutEffect(() => {
    wearOrganization(organization.theme);
    return wearVliegwiel;
  }, [organization]);
  return (
    <OrganizationContext value={organization}>
      <Shell organization={organization}>
        <Outlet />
      </Shell>
    </OrganizationContext>
  );
}

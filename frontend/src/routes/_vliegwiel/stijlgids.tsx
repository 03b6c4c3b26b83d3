import { createFileRoute, notFound } from '@tanstack/react-router';
import { isDemo, organizationOptions } from '@/app/organization';
import { StyleGuide } from '@/app/style-guide/StyleGuide';
import { listOrganizationsOptions } from '@/api/gen/@tanstack/react-query.gen';

export const Route = createFileRoute('/_vliegwiel/stijlgids')({
  // For developers, and for who looks at a demo; a real installation has no such page.
  async beforeLoad({ context }) {
    if (import.meta.env.DEV) return;
    const { items } = await context.queryClient.ensureQueryData(listOrganizationsOptions());
    const [first] = items;
    if (first === undefined) throw notFound();
    const organization = await context.queryClient.ensureQueryData(organizationOptions(first.slug));
    if (!isDemo(organization)) throw notFound();
  },
  component: StyleGuide,
});

import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { OrganizationList } from '@/features/organizations/OrganizationList';
import { organizationsOptions } from '@/features/organizations/queries';

export const Route = createFileRoute('/_vliegwiel/')({
  loader: ({ context }) =>
    Promise.all([loadTexts('organizations'), context.queryClient.ensureInfiniteQueryData(organizationsOptions())]),
  component: OrganizationList,
});

import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { OfficePlans } from '@/features/founding-plans/OfficePlans';
import { queueOptions } from '@/features/founding-plans/queries';

export const Route = createFileRoute('/$organization/kantoor/plannen')({
  loader: ({ context: { queryClient }, params: { organization } }) =>
    Promise.all([loadTexts('founding-plans'), queryClient.ensureQueryData(queueOptions(organization))]),
  component: OfficePlans,
});

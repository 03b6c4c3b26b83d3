import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { RequestsPage } from '@/features/affiliations/RequestsPage';
import { affiliationsOptions } from '@/features/affiliations/queries';

export const Route = createFileRoute('/$organization/kantoor/personen/aanvragen')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('affiliations'),
      context.queryClient.ensureInfiniteQueryData(affiliationsOptions(params.organization, 'requested')),
    ]),
  component: RequestsPage,
});

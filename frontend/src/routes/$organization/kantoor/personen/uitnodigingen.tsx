import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { InvitationsPage } from '@/features/affiliations/InvitationsPage';
import { affiliationsOptions } from '@/features/affiliations/queries';

export const Route = createFileRoute('/$organization/kantoor/personen/uitnodigingen')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('affiliations'),
      context.queryClient.ensureInfiniteQueryData(affiliationsOptions(params.organization, 'invited')),
    ]),
  component: InvitationsPage,
});

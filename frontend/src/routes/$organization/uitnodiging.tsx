import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { InvitationPage } from '@/features/accounts/InvitationPage';

export const Route = createFileRoute('/$organization/uitnodiging')({
  loader: () => loadTexts('accounts'),
  component: InvitationPage,
});

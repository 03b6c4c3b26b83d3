import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { ConfirmPage } from '@/features/accounts/ConfirmPage';

export const Route = createFileRoute('/$organization/bevestigen')({
  loader: () => loadTexts('accounts'),
  component: ConfirmPage,
});

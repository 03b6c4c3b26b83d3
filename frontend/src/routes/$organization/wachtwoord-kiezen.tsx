import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { ChoosePasswordPage } from '@/features/accounts/ChoosePasswordPage';

export const Route = createFileRoute('/$organization/wachtwoord-kiezen')({
  loader: () => loadTexts('accounts'),
  component: ChoosePasswordPage,
});

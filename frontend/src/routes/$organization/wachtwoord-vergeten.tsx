import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { ForgotPasswordPage } from '@/features/accounts/ForgotPasswordPage';

export const Route = createFileRoute('/$organization/wachtwoord-vergeten')({
  loader: () => loadTexts('accounts'),
  component: ForgotPasswordPage,
});

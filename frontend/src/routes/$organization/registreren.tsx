import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { RegisterPage } from '@/features/accounts/RegisterPage';

export const Route = createFileRoute('/$organization/registreren')({
  loader: () => loadTexts('accounts'),
  component: RegisterPage,
});

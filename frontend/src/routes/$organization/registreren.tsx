import { createFileRoute } from '@tanstack/react-router';
import { readNext, requireVisitor } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { RegisterPage } from '@/features/accounts/RegisterPage';

export const Route = createFileRoute('/$organization/registreren')({
  validateSearch: readNext,
  beforeLoad: requireVisitor,
  loader: () => loadTexts('accounts'),
  component: RegisterPage,
});

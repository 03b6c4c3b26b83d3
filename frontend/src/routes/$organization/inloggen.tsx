import { createFileRoute } from '@tanstack/react-router';
import { readNext, requireVisitor } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { SignInPage } from '@/features/sessions/SignInPage';

export const Route = createFileRoute('/$organization/inloggen')({
  validateSearch: readNext,
  beforeLoad: requireVisitor,
  loader: () => loadTexts('sessions'),
  component: SignInPage,
});

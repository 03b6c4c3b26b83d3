import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { EnterNetwork } from '@/features/networks/EnterNetwork';

export const Route = createFileRoute('/$organization/kantoor/netwerken/toevoegen')({
  loader: () => loadTexts('networks'),
  component: EnterNetwork,
});

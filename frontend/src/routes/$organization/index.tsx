import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { StartPage } from '@/features/organizations/StartPage';
import { WaysToJoin } from '@/features/organizations/WaysToJoin';

export const Route = createFileRoute('/$organization/')({
  loader: () => loadTexts('organizations'),
  component: () => (
    <StartPage>
      <WaysToJoin />
    </StartPage>
  ),
});

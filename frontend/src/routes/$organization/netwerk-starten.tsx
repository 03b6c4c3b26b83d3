import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { session } from '@/app/session';
import { ownPlansOptions } from '@/features/founding-plans/queries';
import { StartNetworkPage } from '@/features/founding-plans/StartNetworkPage';

export const Route = createFileRoute('/$organization/netwerk-starten')({
  async loader({ context: { queryClient }, params: { organization } }) {
    await loadTexts('founding-plans');
    // Visitors read what it takes; who is signed in sees the own plans too.
    if ((await session.ready()) === 'signed-in')
      await queryClient.ensureInfiniteQueryData(ownPlansOptions(organization));
  },
  component: StartNetworkPage,
});

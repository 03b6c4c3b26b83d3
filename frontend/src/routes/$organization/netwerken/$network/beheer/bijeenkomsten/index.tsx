import { createFileRoute } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { NetworkMeetings } from '@/features/meetings/NetworkMeetings';

export const Route = createFileRoute('/$organization/netwerken/$network/beheer/bijeenkomsten/')({
  loader: () => loadTexts('meetings'),
  component: NetworkMeetings,
});

import { createFileRoute, useLocation } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { GuestLinkPage } from '@/features/registrations/GuestLinkPage';

export const Route = createFileRoute('/$organization/aanmelding/afzeggen')({
  loader: () => loadTexts('registrations'),
  component: () => {
    const token = useLocation({ select: ({ hash }) => hash });
    return <GuestLinkPage deed="cancel" token={token} />;
  },
});

import { createFileRoute, Outlet } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { OfficeFrame } from '@/app/OfficeFrame';

export const Route = createFileRoute('/$organization/kantoor')({
  beforeLoad: requireSession,
  component: () => (
    <OfficeFrame>
      <Outlet />
    </OfficeFrame>
  ),
});

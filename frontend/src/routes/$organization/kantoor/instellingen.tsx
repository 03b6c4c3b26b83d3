import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { settingsOptions } from '@/features/organizations/settings';
import { SettingsPage } from '@/features/organizations/SettingsPage';
import { unitsOptions } from '@/features/units/queries';
import { UnitsSection } from '@/features/units/UnitsSection';

export const Route = createFileRoute('/$organization/kantoor/instellingen')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('organizations', 'units'),
      context.queryClient.ensureQueryData(settingsOptions(params.organization)),
      context.queryClient.ensureQueryData(unitsOptions(params.organization)),
    ]),
  component: () => (
    <SettingsPage>
      <UnitsSection />
    </SettingsPage>
  ),
});

import { createFileRoute, redirect } from '@tanstack/react-router';
import { loadTexts } from '@/app/i18n';
import { officeSectionPath, officeSections } from '@/app/officeSections';
import { organizationOptions } from '@/app/organization';
import { OpenEvaluations } from '@/features/evaluations/OpenEvaluations';
import { openEvaluationsOptions } from '@/features/evaluations/queries';
import { OfficeOverview } from '@/features/networks/OfficeOverview';
import { healthOptions } from '@/features/networks/queries';

/** The office opens on its overview; who has another part only, on that. */
export const Route = createFileRoute('/$organization/kantoor/')({
  async loader({ context: { queryClient }, params: { organization: slug } }) {
    const sections = officeSections(await queryClient.ensureQueryData(organizationOptions(slug)));
    const [first] = sections;
    if (first === undefined) return;
    if (first !== 'overzicht') throw redirect({ href: officeSectionPath(slug, first), replace: true });
    await Promise.all([
      loadTexts('networks', 'evaluations'),
      queryClient.ensureInfiniteQueryData(healthOptions(slug)),
      queryClient.ensureInfiniteQueryData(openEvaluationsOptions(slug)),
    ]);
  },
  component: () => <OfficeOverview evaluations={<OpenEvaluations />} />,
});

import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { PlanPage } from '@/features/founding-plans/PlanPage';
import { planOptions } from '@/features/founding-plans/queries';

export const Route = createFileRoute('/$organization/plannen/$plan/')({
  beforeLoad: requireSession,
  loader: ({ context: { queryClient }, params: { organization, plan } }) =>
    Promise.all([loadTexts('founding-plans'), queryClient.ensureQueryData(planOptions(organization, plan))]),
  component: PlanRoute,
});

function PlanRoute() {
  const { plan } = Route.useParams();
  return <PlanPage key={plan} plan={plan} />;
}

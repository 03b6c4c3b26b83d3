import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { DecisionPage } from '@/features/founding-plans/DecisionPage';
import { planOptions } from '@/features/founding-plans/queries';

export const Route = createFileRoute('/$organization/plannen/$plan/besluit')({
  beforeLoad: requireSession,
  loader: ({ context: { queryClient }, params: { organization, plan } }) =>
    Promise.all([loadTexts('founding-plans'), queryClient.ensureQueryData(planOptions(organization, plan))]),
  component: DecisionRoute,
});

function DecisionRoute() {
  const { plan } = Route.useParams();
  return <DecisionPage plan={plan} />;
}

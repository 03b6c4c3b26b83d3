import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { EvaluationPage } from '@/features/evaluations/EvaluationPage';
import { evaluationOptions } from '@/features/evaluations/queries';

export const Route = createFileRoute('/$organization/evaluaties/$evaluation')({
  beforeLoad: requireSession,
  loader: ({ context, params }) =>
    Promise.all([
      loadTexts('evaluations'),
      context.queryClient.ensureQueryData(evaluationOptions(params.organization, params.evaluation)),
    ]),
  component: EvaluationRoute,
});

function EvaluationRoute() {
  const { evaluation } = Route.useParams();
  return <EvaluationPage evaluation={evaluation} />;
}

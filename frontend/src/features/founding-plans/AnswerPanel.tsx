import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { answerFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan, PlanMemberDecision } from '@/api/gen/types.gen';
import { may, useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { Row } from '@/ui/Layout';
import { Notice } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { usePlanDeed } from './queries';

/** For who is asked for the core group: yes or no, from the own account. */
export function AnswerPanel({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const own = plan.members.find(({ isYou }) => isYou);
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const deed = usePlanDeed(plan);
  if (own === undefined || !may(plan, 'founding-plans.confirm')) return null;
  const isWritable = may(plan, 'founding-plans.write') || plan.state === 'draft' || plan.state === 'returned';
  const say = (decision: PlanMemberDecision, told: string) =>
    deed.mutate(
      ({ path }) =>
        answerFoundingPlan({
          path: { ...path, member: own.id },
          body: decision === 'confirm' ? { decision, revision: plan.revision } : { decision },
        }),
      {
        async onSuccess(answered) {
          showToast({ text: told });
          // the plan is no longer to be read by who declined, unless it is their own
          if (decision === 'decline' && answered.actions.length === 0)
            await navigate({ href: paths.startNetwork(slug) });
        },
      },
    );
  const yes = (
    <Button variant="primary" isDisabled={deed.isPending} onPress={() => say('confirm', t`Fijn dat je meedoet.`)}>
      {t`Ja, ik doe mee`}
    </Button>
  );
  const no = (
    <Button isDisabled={deed.isPending} onPress={() => say('decline', t`Je doet niet mee. Dat staat nu in het plan.`)}>
      {own.state === 'confirmed' ? t`Ik doe toch niet mee` : t`Nee, ik doe niet mee`}
    </Button>
  );
  return (
    <>
      {own.state === 'confirmed' ? (
        <Notice tone="ok" title={t`Je doet mee als ${own.title}`} action={no}>
          <p>
            <Trans>Verandert het plan daarna nog, dan vragen we je opnieuw of je mee wilt doen.</Trans>
          </p>
        </Notice>
      ) : own.state === 'declined' ? (
        <Notice title={t`Je doet niet mee`} action={isWritable ? yes : null}>
          <p>
            <Trans>Je begon dit plan. Daarom kun je het nog wel lezen.</Trans>
          </p>
        </Notice>
      ) : (
        <Notice
          tone="warn"
          title={own.answeredAt == null ? t`Doe je mee als ${own.title}?` : t`Het plan is veranderd. Doe je nog mee?`}
          action={
            <Row>
              {isWritable ? yes : null}
              {no}
            </Row>
          }
        >
          <p>
            <Trans>Lees het plan hieronder. Met ja zeg je dat je achter het plan staat en in de kerngroep wilt.</Trans>
          </p>
        </Notice>
      )}
      {deed.error === null ? null : <ProblemNotice error={deed.error} />}
    </>
  );
}

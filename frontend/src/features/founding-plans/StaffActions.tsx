import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { reviewFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { may, useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { ProblemNotice } from '@/app/ProblemState';
import { Button, LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Section } from '@/ui/Layout';
import { Notice } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { AdviseOnPlan } from './AdviseOnPlan';
import styles from './Plan.module.css';
import { usePlanDeed } from './queries';
import { ReturnPlan } from './ReturnPlan';

/** What office and board can do with the plan now. */
export function StaffActions({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const [open, setOpen] = useState<'return' | 'advise' | null>(null);
  const review = usePlanDeed(plan, () => showToast({ text: t`Het plan is in behandeling.` }));
  const canReview = may(plan, 'founding-plans.review');
  const canReturn = may(plan, 'founding-plans.return');
  const canDecide = may(plan, 'founding-plans.decide');
  if (!canReview && !canReturn && !canDecide) return <Waits plan={plan} />;
  return (
    <Section title={t`Aan zet`}>
      <Panel>
        <div className={styles['actions']}>
          {canReview ? (
            <>
              <p>
                <Trans>De indieners zien dan dat het kantoor het plan leest.</Trans>
              </p>
              <Button
                variant="primary"
                width="fill"
                busyText={review.isPending ? t`Even geduld…` : undefined}
                onPress={() => review.mutate(reviewFoundingPlan)}
              >
                {t`Neem in behandeling`}
              </Button>
            </>
          ) : null}
          {canReturn ? (
            <>
              <p>
                <Trans>Zet eerst je opmerkingen bij de delen van het plan. Kies daarna wat ermee gebeurt.</Trans>
              </p>
              <Button variant="primary" width="fill" onPress={() => setOpen('advise')}>
                {t`Stuur met advies naar het bestuur`}
              </Button>
              <Button width="fill" onPress={() => setOpen('return')}>
                {t`Geef terug aan de indieners`}
              </Button>
            </>
          ) : null}
          {canDecide ? (
            <LinkButton variant="primary" width="fill" href={paths.planDecision(slug, plan.id)}>
              {t`Leg het besluit vast`}
            </LinkButton>
          ) : null}
          {review.error === null ? null : <ProblemNotice error={review.error} />}
        </div>
      </Panel>
      {open === 'return' ? <ReturnPlan plan={plan} onClose={() => setOpen(null)} /> : null}
      {open === 'advise' ? <AdviseOnPlan plan={plan} onClose={() => setOpen(null)} /> : null}
    </Section>
  );
}

/** Who is next, for staff who cannot do anything now. */
function Waits({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  switch (plan.state) {
    case 'draft':
    case 'returned':
      return <Notice title={t`De indieners zijn aan zet`} />;
    case 'submitted':
    case 'in-review':
      return <Notice title={t`Het kantoor is aan zet`} />;
    case 'advised':
      return <Notice title={t`Het bestuur is aan zet`} />;
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return null;
  }
}

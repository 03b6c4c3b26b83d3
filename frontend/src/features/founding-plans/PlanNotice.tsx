import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import { PlanResult } from './PlanResult';

/** Where the plan is and who is next, in words, for its proposers; and what came of it, for everyone. */
export function PlanNotice({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  if (plan.decision != null || plan.state === 'withdrawn') return <PlanResult plan={plan} />;
  if (plan.readAs === 'staff') return null;
  switch (plan.state) {
    case 'draft':
      return <Reconfirm plan={plan} />;
    case 'returned':
      return (
        <>
          <Notice tone="warn" title={t`Het kantoor gaf het plan terug`}>
            <PlainText>{plan.steps.findLast(({ command }) => command === 'return')?.reason ?? ''}</PlainText>
            <p>
              <Trans>De opmerkingen staan bij de delen. Pas het plan aan en dien het opnieuw in.</Trans>
            </p>
          </Notice>
          <Reconfirm plan={plan} />
        </>
      );
    case 'submitted':
      return (
        <Notice title={t`Het plan is ingediend`}>
          <p>
            <Trans>Het kantoor leest het binnenkort. Je krijgt een mail als er iets verandert.</Trans>
          </p>
        </Notice>
      );
    case 'in-review':
      return (
        <Notice title={t`Het kantoor leest het plan`}>
          <p>
            <Trans>Heeft het kantoor vragen, dan komt het plan terug met opmerkingen.</Trans>
          </p>
        </Notice>
      );
    case 'advised':
      return (
        <Notice title={t`Het plan ligt bij het bestuur`}>
          <p>
            <Trans>Het bestuur besluit. Je krijgt daarover een mail.</Trans>
          </p>
        </Notice>
      );
    case 'approved':
    case 'rejected':
      return null;
  }
}

/** Writing asks everyone who said yes again; that must not come as a surprise. */
function Reconfirm({ plan }: { plan: FoundingPlan }) {
  const confirmed = plan.members.filter(({ state }) => state === 'confirmed').length;
  if (confirmed === 0 || !may(plan, 'founding-plans.write')) return null;
  return (
    <Notice>
      <p>
        <Plural
          value={confirmed}
          one="# persoon zei al ja tegen dit plan. Verander je iets, dan vragen we opnieuw om een ja."
          other="# mensen zeiden al ja tegen dit plan. Verander je iets, dan vragen we hun opnieuw om een ja."
        />
      </p>
    </Notice>
  );
}

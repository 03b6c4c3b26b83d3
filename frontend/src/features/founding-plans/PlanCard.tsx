import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FoundingPlanSummary } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { kindLabels } from '@/app/networkLabels';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { Badge, Status } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { stateLabels, stateTones } from './labels';

/** A plan in a list: where it is, who stands behind it, and whether the reader is asked for something. */
export function PlanCard({ plan, children }: { plan: FoundingPlanSummary; children?: ReactNode }) {
  const { i18n } = useLingui();
  const { slug } = useOrganization();
  const { relative } = useFormat();
  const isAsked = plan.ownAnswer === 'named' && (plan.state === 'draft' || plan.state === 'returned');
  const when = relative(plan.changedAt);
  return (
    <Card
      title={plan.name}
      href={paths.plan(slug, plan.id)}
      badges={
        <>
          <Badge>{i18n._(kindLabels[plan.kind])}</Badge>
          <Status tone={stateTones[plan.state]}>{i18n._(stateLabels[plan.state])}</Status>
          {isAsked ? (
            <Status tone="warn">
              <Trans>Jij wordt gevraagd</Trans>
            </Status>
          ) : null}
        </>
      }
    >
      {children ?? (
        <p>
          <Plural value={plan.confirmed} one="# persoon doet mee" other="# mensen doen mee" />
          {' · '}
          <Trans>gewijzigd {when}</Trans>
        </p>
      )}
    </Card>
  );
}

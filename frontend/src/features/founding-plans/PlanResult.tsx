import { Trans, useLingui } from '@lingui/react/macro';
import type { FoundingPlan, PlanDecision } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { FlywheelMark } from '@/ui/Flywheel';
import { Row, Section, Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';

/** What came of the plan: the decision of the board, or why it was given up. */
export function PlanResult({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { decision } = plan;
  if (decision == null) {
    return (
      <Notice title={t`Dit plan is ingetrokken`}>
        <PlainText>{plan.steps.findLast(({ command }) => command === 'withdraw')?.reason ?? ''}</PlainText>
      </Notice>
    );
  }
  const isApproved = plan.state === 'approved';
  return (
    <Section title={isApproved ? t`Het bestuur zegt ja` : t`Het bestuur zegt nee`}>
      <Panel>
        <Stack>
          {isApproved ? (
            <Row>
              <FlywheelMark size={52} motion="turning" />
              <p>
                <Trans>Het netwerk {plan.name} is opgericht. De kerngroep kan aan de slag.</Trans>
              </p>
            </Row>
          ) : null}
          <Words plan={plan} decision={decision} />
          {decision.networkSlug == null ? null : (
            <Row>
              <LinkButton variant="primary" href={paths.network(slug, decision.networkSlug)}>
                {t`Naar het netwerk`}
              </LinkButton>
            </Row>
          )}
        </Stack>
      </Panel>
    </Section>
  );
}

function Words({ plan, decision }: { plan: FoundingPlan; decision: PlanDecision }) {
  const { t } = useLingui();
  const { dayOn } = useFormat();
  return (
    <>
      <p>
        <Trans>Besloten op {dayOn(decision.decidedOn)}.</Trans>
      </p>
      <Part title={t`Waarom`} text={decision.reason} />
      <Part title={t`Voorwaarden`} text={decision.conditions} />
      <Part title={t`Advies van het kantoor`} text={plan.advice ?? ''} />
    </>
  );
}

function Part({ title, text }: { title: string; text: string }) {
  if (text === '') return null;
  return (
    <div>
      <h3>{title}</h3>
      <PlainText>{text}</PlainText>
    </div>
  );
}

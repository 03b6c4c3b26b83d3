import { useLingui } from '@lingui/react/macro';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { kindLabels } from '@/app/networkLabels';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Badge, Status } from '@/ui/Badge';
import { Columns, Section, Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import { AnswerPanel } from './AnswerPanel';
import { Course } from './Course';
import { FactsPanel } from './FactsPanel';
import { stateLabels, stateTones } from './labels';
import { MembersPanel } from './MembersPanel';
import { PlanNotice } from './PlanNotice';
import { BackToProgress, PlanProgress } from './PlanProgress';
import { usePlan } from './queries';
import { SectionEditor } from './SectionEditor';
import { SectionText } from './SectionText';
import { StaffActions } from './StaffActions';
import { WithdrawPlan } from './WithdrawPlan';

/** A founding plan: written together by its proposers, read and commented by the office, decided by the board. */
export function PlanPage({ plan: id }: { plan: string }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const plan = usePlan(id);
  const isStaff = plan.readAs === 'staff';
  return (
    <Page
      title={plan.name}
      crumbs={[
        isStaff
          ? { label: t`Plannen`, href: paths.office(slug, 'plannen') }
          : { label: t`Start een netwerk`, href: paths.startNetwork(slug) },
      ]}
      badges={
        <>
          <Badge>{i18n._(kindLabels[plan.kind])}</Badge>
          <Status tone={stateTones[plan.state]}>{i18n._(stateLabels[plan.state])}</Status>
        </>
      }
      intro={isStaff ? <p>{t`Plan van ${plan.draftedBy}`}</p> : null}
    >
      <Stack>
        <PlanNotice plan={plan} />
        <AnswerPanel plan={plan} />
        <Columns lead={leadOf(plan)} main={<Main plan={plan} />} aside={<Aside plan={plan} />} />
      </Stack>
    </Page>
  );
}

function Main({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const canWrite = may(plan, 'founding-plans.write');
  const isDecided = plan.decision != null;
  return (
    <div>
      {plan.advice == null || isDecided ? null : (
        <Notice title={t`Advies van het kantoor`}>
          <PlainText>{plan.advice}</PlainText>
        </Notice>
      )}
      <FactsPanel plan={plan} />
      <Section
        title={t`Het plan`}
        intro={
          canWrite ? t`Schrijf kort en gewoon. Je tekst wordt bewaard als je naar een ander deel gaat.` : undefined
        }
      >
        <Stack>
          {plan.sections.map((section) =>
            canWrite ? (
              <SectionEditor key={section.section} plan={plan} section={section} />
            ) : (
              <SectionText key={section.section} plan={plan} section={section} />
            ),
          )}
          {canWrite ? <BackToProgress /> : null}
        </Stack>
      </Section>
    </div>
  );
}

/** What the reader is asked to do, before all there is to read. */
function leadOf(plan: FoundingPlan) {
  if (plan.readAs === 'staff') return <StaffActions plan={plan} />;
  return may(plan, 'founding-plans.write') ? <PlanProgress plan={plan} /> : null;
}

function Aside({ plan }: { plan: FoundingPlan }) {
  return (
    <div>
      <MembersPanel plan={plan} />
      <Course plan={plan} />
      <WithdrawPlan plan={plan} />
    </div>
  );
}

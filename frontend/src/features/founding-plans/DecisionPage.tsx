import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FoundingPlan, PlanVerdictCode } from '@/api/gen/types.gen';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Columns, Section, Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { EmptyState } from '@/ui/States';
import { DecisionForm } from './DecisionForm';
import { DecisionPreview } from './DecisionPreview';
import { usePlan } from './queries';

/** The board records its decision, with a look at what will happen. */
export function DecisionPage({ plan: id }: { plan: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const plan = usePlan(id);
  return (
    <Page
      title={t`Besluit over ${plan.name}`}
      crumbs={[
        { label: t`Plannen`, href: paths.office(slug, 'plannen') },
        { label: plan.name, href: paths.plan(slug, plan.id) },
      ]}
    >
      {may(plan, 'founding-plans.decide') ? (
        <Decide plan={plan} />
      ) : (
        <EmptyState
          level={2}
          icon="office"
          title={t`Hier valt nu niets te besluiten`}
          action={
            <LinkButton variant="primary" href={paths.plan(slug, plan.id)}>
              {t`Naar het plan`}
            </LinkButton>
          }
        >
          <p>
            <Trans>
              Het bestuur besluit over een plan waar het kantoor advies over gaf. Wie het plan indient, besluit niet
              mee.
            </Trans>
          </p>
        </EmptyState>
      )}
    </Page>
  );
}

function Decide({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const [verdict, setVerdict] = useState<PlanVerdictCode | null>(null);
  return (
    <Columns
      main={
        <Panel>
          <DecisionForm plan={plan} verdict={verdict} onVerdict={setVerdict} />
        </Panel>
      }
      aside={
        <Stack>
          <Section title={t`Advies van het kantoor`}>
            <Panel>
              <PlainText>{plan.advice ?? ''}</PlainText>
            </Panel>
          </Section>
          <DecisionPreview plan={plan} verdict={verdict} />
        </Stack>
      }
    />
  );
}

import { Plural, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { kindLabels, opennessLabels, sensitivityLabels } from '@/app/networkLabels';
import { may } from '@/app/organization';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Facts, Section } from '@/ui/Layout';
import { ChangeFacts } from './ChangeFacts';

/** What the plan asks for in figures and choices. */
export function FactsPanel({ plan }: { plan: FoundingPlan }) {
  const { t, i18n } = useLingui();
  const { money } = useFormat();
  const [isChanging, setChanging] = useState(false);
  const months = (count: number) => <Plural value={count} one="# maand" other="# maanden" />;
  return (
    <Section
      title={t`In het kort`}
      action={
        may(plan, 'founding-plans.write') ? (
          <Button icon="edit" onPress={() => setChanging(true)}>{t`Wijzig`}</Button>
        ) : null
      }
    >
      <Panel>
        <Facts
          facts={[
            { term: t`Soort`, value: i18n._(kindLabels[plan.kind]) },
            { term: t`Lid worden`, value: i18n._(opennessLabels[plan.openness]) },
            { term: t`Gevoeligheid`, value: i18n._(sensitivityLabels[plan.sensitivity]) },
            { term: t`Groeidoel`, value: t`${plan.goalMembers} leden na ${plan.goalMonths} maanden` },
            { term: t`Duur`, value: plan.durationMonths == null ? t`Zonder einddatum` : months(plan.durationMonths) },
            { term: t`Evaluatie na`, value: months(plan.evaluationMonths) },
            { term: t`Gevraagd budget`, value: plan.budgetCents === 0 ? t`Geen` : money(plan.budgetCents) },
          ]}
        />
      </Panel>
      {isChanging ? <ChangeFacts plan={plan} onClose={() => setChanging(false)} /> : null}
    </Section>
  );
}

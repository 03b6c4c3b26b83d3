import { useLingui } from '@lingui/react/macro';
import type { FoundingPlan, PlanStep } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { Panel } from '@/ui/Card';
import { Section } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { bodyLabels, commandLabels } from './labels';
import styles from './Plan.module.css';

/** What happened to the plan so far, the newest first. */
export function Course({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  if (plan.steps.length === 0) return null;
  return (
    <Section title={t`Verloop`}>
      <Panel>
        <ol className={styles['course']}>
          {plan.steps.toReversed().map((step) => (
            <Step key={`${step.command} ${step.takenAt}`} step={step} />
          ))}
        </ol>
      </Panel>
    </Section>
  );
}

function Step({ step }: { step: PlanStep }) {
  const { i18n } = useLingui();
  const { shortDay } = useFormat();
  const body = i18n._(bodyLabels[step.body]);
  return (
    <li>
      <strong>{i18n._(commandLabels[step.command])}</strong>
      <time dateTime={step.takenAt}>
        {shortDay(step.takenAt)} · {step.takenBy == null ? body : `${step.takenBy} (${body})`}
      </time>
      {step.reason === '' ? null : <PlainText>{step.reason}</PlainText>}
    </li>
  );
}

import { Trans } from '@lingui/react/macro';
import { Icon } from './Icon';
import { Link } from './Link';
import styles from './Stepper.module.css';

export type Step = {
  label: string;
  /** done and current steps can be visited. */
  state: 'done' | 'current' | 'ahead';
  href?: string;
};

/** Steps of a long task, and where you are. Each step has an address of its own and is saved by itself. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  const current = steps.findIndex((step) => step.state === 'current') + 1;
  return (
    <nav aria-label={label} className={styles['stepper']}>
      {current > 0 ? (
        <p className={styles['count']}>
          <Trans>
            Stap {current} van {steps.length}
          </Trans>
        </p>
      ) : null}
      <ol className={styles['steps']}>
        {steps.map((step, index) => (
          <li key={step.label} data-state={step.state}>
            <StepBody step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepBody({ step, number }: { step: Step; number: number }) {
  const content = (
    <>
      <span className={styles['number']} aria-hidden="true">
        {step.state === 'done' ? <Icon name="check" size={18} /> : number}
      </span>
      {step.label}
      {step.state === 'done' ? (
        <span className="sr-only">
          <Trans>(klaar)</Trans>
        </span>
      ) : null}
    </>
  );
  if (step.href === undefined || step.state === 'ahead') return <span className={styles['step']}>{content}</span>;
  return (
    <Link href={step.href} className={styles['step']} aria-current={step.state === 'current' ? 'step' : undefined}>
      {content}
    </Link>
  );
}

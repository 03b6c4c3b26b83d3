import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties, type ReactNode } from 'react';
import { Status, type Tone } from './Badge';
import styles from './Meter.module.css';
import { share } from './scale';

type ProgressBarProps = {
  /** What is under way: "Plan ingevuld". */
  label: string;
  value: number;
  max: number;
  /** In words, shown beside the label: "5 van 8 onderdelen". */
  text: string;
};

/** How far a task is. */
export function ProgressBar({ label, value, max, text }: ProgressBarProps) {
  return (
    <div className={styles['meter']}>
      <p className={styles['head']}>
        <span className={styles['label']}>{label}</span> <span>{text}</span>
      </p>
      <Bar value={value} max={max} />
    </div>
  );
}

type CapacityBarProps = {
  /** Seats taken. */
  taken: number;
  /** All seats; absent where there is no limit. */
  capacity?: number | null;
  waiting?: number;
};

/** Seats of a meeting, in words with a bar: "68 van 120 plaatsen", "Vol (40 plaatsen)". */
export function CapacityBar({ taken, capacity, waiting = 0 }: CapacityBarProps) {
  const isFull = capacity != null && taken >= capacity;
  return (
    <div className={styles['meter']}>
      <p className={styles['small']}>
        {capacity == null ? (
          <Trans>{taken} aangemeld</Trans>
        ) : isFull ? (
          <Trans>Vol ({capacity} plaatsen)</Trans>
        ) : (
          <Trans>
            {taken} van {capacity} plaatsen
          </Trans>
        )}
        {waiting > 0 ? (
          <>
            {' · '}
            <Trans>{waiting} op de wachtlijst</Trans>
          </>
        ) : null}
      </p>
      {capacity == null ? null : <Bar value={taken} max={capacity} tone={isFull ? 'warn' : 'brand'} />}
    </div>
  );
}

/** Computed by the server: on course, at risk (forecast under the goal), met, missed. */
export type GoalStatus = 'on-course' | 'at-risk' | 'met' | 'missed';

const goalTones = { 'on-course': 'ok', 'at-risk': 'warn', met: 'ok', missed: 'bad' } as const satisfies Record<
  GoalStatus,
  Tone
>;

type GoalMeterProps = {
  /** "Leden". */
  label: string;
  value: number;
  target: number;
  /** Expected at the date of the goal; a mark on the bar. */
  forecast?: number | null;
  status: GoalStatus;
  /** "50 leden op 1 september 2027", and why it stands as it does. */
  children?: ReactNode;
};

/** A goal with where it stands now, where it is heading, and in words whether that is enough. */
export function GoalMeter({ label, value, target, forecast, status, children }: GoalMeterProps) {
  const { t } = useLingui();
  const words: Record<GoalStatus, string> = {
    'on-course': t`Op koers`,
    'at-risk': t`Loopt achter`,
    met: t`Gehaald`,
    missed: t`Niet gehaald`,
  };
  const max = Math.max(target, forecast ?? 0);
  return (
    <div className={styles['meter']}>
      <p className={styles['head']}>
        <span className={styles['label']}>{label}</span> <Status tone={goalTones[status]}>{words[status]}</Status>
      </p>
      <p className={styles['figure']}>
        <strong>{value}</strong> <Trans>van {target}</Trans>
      </p>
      <Bar
        value={value}
        max={max}
        marks={[target, ...(forecast == null ? [] : [forecast])]}
        tone={goalTones[status] === 'ok' ? 'brand' : 'warn'}
      />
      {forecast == null ? null : (
        <p className={styles['small']}>
          <Trans>Bij dit tempo worden het er {forecast}.</Trans>
        </p>
      )}
      {children ? <div className={styles['small']}>{children}</div> : null}
    </div>
  );
}

type BarProps = { value: number; max: number; marks?: readonly number[]; tone?: 'brand' | 'warn' };

/** The words beside it say the same, so the bar itself is hidden from screen readers. */
function Bar({ value, max, marks, tone = 'brand' }: BarProps) {
  return (
    <div className={styles['bar']} data-tone={tone} aria-hidden="true">
      <span className={styles['fill']} style={{ '--share': share(value, max) } as CSSProperties} />
      {marks?.map((mark) => (
        <span key={mark} className={styles['mark']} style={{ '--share': share(mark, max) } as CSSProperties} />
      ))}
    </div>
  );
}

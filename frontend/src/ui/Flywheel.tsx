import type { CSSProperties, ReactNode } from 'react';
import styles from './Flywheel.module.css';
import { groupArc, type RingShape, toothPath } from './flywheelGeometry';

/** done: it happened. planned: it has a date. missing: it should have been. open: still to come. */
export type ToothState = 'done' | 'planned' | 'missing' | 'open';

export type FlywheelRingProps = {
  /** One tooth per thing that should happen, in order: one municipality in one quarter. */
  teeth: readonly ToothState[];
  /** Groups of teeth with a gap between: 4 quarters. Default: 1. */
  groups?: number;
  /** Index of the group that is now; marked with an accent arc. */
  now?: number;
  /** Large figure in the middle, and what it is out of. */
  value: string;
  of?: string;
  /** One word under the figure: "bijeenkomsten". */
  unit: string;
  /** The whole ring in one sentence, for who cannot see it. */
  label: string;
  /** One or two lines under the ring. */
  caption?: ReactNode;
  /** hero: beside a page's title. card: in a panel. Default: hero. */
  size?: 'hero' | 'card';
};

/** The year as a flywheel: every tooth is a real meeting, member or step. Logo, hero and meter in one. */
export function FlywheelRing(props: FlywheelRingProps) {
  const { teeth, groups = 1, now, value, of, unit, label, caption, size = 'hero' } = props;
  const shape: RingShape = { teeth: teeth.length, groups, inner: 34.5, outer: 49, gap: teeth.length > 40 ? 0.75 : 1.1 };
  return (
    <figure className={styles['figure']} data-size={size}>
      <svg className={styles['ring']} viewBox="0 0 100 100" role="img" aria-label={label}>
        {teeth.map((state, index) => (
          <path
            // Teeth have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            className={styles['tooth']}
            data-state={state}
            d={toothPath(shape, index)}
            style={{ '--place': index / teeth.length } as CSSProperties}
          />
        ))}
        {now === undefined ? null : <path className={styles['now']} d={groupArc(shape, now, 31)} />}
        <text className={styles['value']} x="50" y={of ? 50 : 52} textAnchor="middle">
          {value}
          {of ? <tspan className={styles['of']} dx="1.5">{`/ ${of}`}</tspan> : null}
        </text>
        <text className={styles['unit']} x="50" y="61" textAnchor="middle">
          {unit}
        </text>
      </svg>
      {caption ? <figcaption className={styles['caption']}>{caption}</figcaption> : null}
    </figure>
  );
}

const markTeeth = 12;
const markShape: RingShape = { teeth: markTeeth, groups: 1, inner: 27, outer: 48, gap: 4.2 };

type FlywheelMarkProps = {
  size?: number;
  /** still: the logo. turning: something is on its way. Default: still. */
  motion?: 'still' | 'turning';
};

/** The flywheel as a sign: the logo where an organisation has none. Decorative; the name stands beside it. */
export function FlywheelMark({ size = 36, motion = 'still' }: FlywheelMarkProps) {
  return (
    <svg
      className={styles['mark']}
      data-motion={motion}
      viewBox="0 0 100 100"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {Array.from({ length: markTeeth }, (_, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <path key={index} d={toothPath(markShape, index)} fillOpacity={0.2 + (0.8 * (index + 1)) / markTeeth} />
      ))}
      <circle cx="50" cy="50" r="11.5" />
    </svg>
  );
}

const emblemTeeth = 48;
const emblemShape: RingShape = { teeth: emblemTeeth, groups: 4, inner: 33, outer: 49, gap: 0.85 };

/** The flywheel at full size beside a title, where there are no figures to show yet. Decorative; left out on a phone. */
export function FlywheelEmblem() {
  return (
    <svg className={styles['emblem']} data-decor="yes" viewBox="0 0 100 100" aria-hidden="true">
      <g className={styles['wheel']}>
        {Array.from({ length: emblemTeeth }, (_, index) => (
          <path
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            d={toothPath(emblemShape, index)}
            fillOpacity={0.1 + 0.9 * ((index + 1) / emblemTeeth) ** 1.4}
          />
        ))}
      </g>
      <path className={styles['now']} d={groupArc(emblemShape, 3, 28.5)} />
      <circle className={styles['hub']} cx="50" cy="50" r="11" />
      <circle className={styles['axle']} cx="50" cy="50" r="4" />
    </svg>
  );
}

import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import styles from './ChartFrame.module.css';
import { SegmentedControl } from './SegmentedControl';

export type LegendEntry = { label: string; mark: 'solid' | 'outline' | 'accent' };

export type ChartFrameProps = {
  title: string;
  /** Heading level of the title: 2 directly under the page's title, else 3. Default: 3. */
  level?: 2 | 3;
  /** What the figures say, in one sentence. */
  reading: string;
  legend: readonly LegendEntry[];
  chart: ReactNode;
  /** The same figures as a DataTable. */
  table: ReactNode;
};

/** Around every chart: a title, what it says in words, a legend, and the same figures as a table. */
export function ChartFrame({ title, level = 3, reading, legend, chart, table }: ChartFrameProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  const { t } = useLingui();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <figure className={styles['frame']} aria-label={title}>
      <div className={styles['head']}>
        <Title className={styles['title']}>{title}</Title>
        <SegmentedControl
          label={t`Toon ${title} als`}
          value={view}
          onChange={setView}
          options={[
            { value: 'chart', label: t`Grafiek` },
            { value: 'table', label: t`Tabel` },
          ]}
        />
      </div>
      <figcaption className={styles['reading']}>{reading}</figcaption>
      {view === 'table' ? (
        table
      ) : (
        <>
          {chart}
          <ul className={styles['legend']}>
            {legend.map((entry) => (
              <li key={entry.label}>
                <span className={styles['mark']} data-mark={entry.mark} aria-hidden="true" />
                {entry.label}
              </li>
            ))}
          </ul>
        </>
      )}
    </figure>
  );
}

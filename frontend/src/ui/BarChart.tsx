import { useEffect, useRef, useState } from 'react';
import styles from './BarChart.module.css';
import { roundTop, share, ticksTo } from './scale';

export type Bar = {
  /** Under the bar: "Q1". */
  label: string;
  /** A second line under the bar where it changes: "2026". */
  group?: string;
  /** The outlined bar: registered, the goal. */
  total: number;
  /** The filled part within it: attended, reached. */
  part: number;
};

const height = 240;
const margin = { top: 14, right: 4, bottom: 46, left: 40 };

/**
 * Bars that show a part within a total, per period. Decorative for screen readers, which get the table of the ChartFrame around it;
 * `label` says in one sentence what stands there.
 */
export function BarChart({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const [box, width] = useWidth(480);
  const top = roundTop(Math.max(0, ...bars.map((bar) => bar.total)));
  const plot = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom };
  const step = plot.width / Math.max(1, bars.length);
  const barWidth = Math.min(44, step * 0.68);
  const y = (value: number) => margin.top + plot.height * (1 - share(value, top));
  return (
    <div ref={box} className={styles['chart']}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
        {ticksTo(top).map((tick) => (
          <g key={tick}>
            <line className={styles['grid']} x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} />
            <text className={styles['tick']} x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {bars.map((bar, index) => {
          const middle = margin.left + step * (index + 0.5);
          const edge = { x: middle - barWidth / 2, width: barWidth, rx: 5 };
          return (
            // Bars have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <g key={index}>
              <rect
                className={styles['total']}
                {...edge}
                y={y(bar.total)}
                height={plot.height * share(bar.total, top)}
              />
              <rect className={styles['part']} {...edge} y={y(bar.part)} height={plot.height * share(bar.part, top)} />
              <text className={styles['label']} x={middle} y={height - 26} textAnchor="middle">
                {bar.label}
              </text>
              {bar.group ? (
                <text className={styles['tick']} x={middle} y={height - 8} textAnchor="middle">
                  {bar.group}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function useWidth(initial: number) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(initial);
  // The width of the element is only known to the browser; text in the chart keeps its size because we draw at that width.
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}

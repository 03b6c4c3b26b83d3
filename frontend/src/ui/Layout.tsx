import { type ReactNode, useId } from 'react';
import styles from './Layout.module.css';

type SectionProps = {
  title: string;
  /** Beside the title: a link to all, or an action. */
  action?: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
};

/** A part of a page under its own h2. */
export function Section({ title, action, intro, children }: SectionProps) {
  const heading = useId();
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <div className={styles['sectionHead']}>
        <h2 id={heading}>{title}</h2>
        {action}
      </div>
      {intro ? <p className={styles['sectionIntro']}>{intro}</p> : null}
      {children}
    </section>
  );
}

/** Things below each other. */
export function Stack({ gap = 'normal', children }: { gap?: 'tight' | 'normal' | 'wide'; children: ReactNode }) {
  return (
    <div className={styles['stack']} data-gap={gap}>
      {children}
    </div>
  );
}

/** Things beside each other as long as they fit: buttons, badges. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}

/** A list of cards below each other, announced as a list. */
export function CardList({ label, children }: { label: string; children: readonly ReactNode[] }) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {children}
    </ul>
  );
}

/** Cards in columns of equal width: as many as fit. */
export function CardGrid({ label, children }: { label: string; children: readonly ReactNode[] }) {
  return (
    <ul className={styles['grid']} aria-label={label}>
      {children}
    </ul>
  );
}

type ColumnsProps = {
  main: ReactNode;
  aside: ReactNode;
  /** What comes before both on a phone and for who does not see the page; above the narrow column where that is beside the main one. */
  lead?: ReactNode;
};

/** A main column with a narrower one beside it; below each other on a phone. */
export function Columns({ main, aside, lead }: ColumnsProps) {
  return (
    <div className={styles['columns']} data-lead={lead ? 'yes' : undefined}>
      {lead ? <div className={styles['column']}>{lead}</div> : null}
      <div className={styles['column']}>{main}</div>
      <div className={styles['column']}>{aside}</div>
    </div>
  );
}

/** short: a date, a figure, two words. long: sentences; they take the whole width of a phone. Default: short. */
type Fact = { term: string; value: ReactNode; length?: 'short' | 'long' };

/** Facts with their names: "Opgericht", "1 maart 2026". */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles['facts']}>
      {facts.map((fact) => (
        <div key={fact.term} data-length={fact.length}>
          <dt>{fact.term}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A column as wide as reads well: a form on a page of its own. */
export function Narrow({ children }: { children: ReactNode }) {
  return <div className={styles['narrow']}>{children}</div>;
}

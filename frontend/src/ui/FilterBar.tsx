import type { ReactNode } from 'react';
import styles from './FilterBar.module.css';
import { Icon } from './Icon';

/** Search and filters above a list, in one card; announced as a search area. The first child gets the most room. */
export function FilterBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <search className={styles['bar']} aria-label={label}>
      {children}
    </search>
  );
}

type FilterSelectProps = {
  label: string;
  value: string;
  /** The first option is "all", with the empty value. */
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** One filter: the browser's own select. */
export function FilterSelect({ label, value, options, onChange }: FilterSelectProps) {
  return (
    <label className={styles['select']}>
      <span>{label}</span>
      <span className={styles['box']}>
        <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron" />
      </span>
    </label>
  );
}

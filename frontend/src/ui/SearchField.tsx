import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import styles from './SearchField.module.css';
import { Icon } from './Icon';

const settleAfterMs = 250;

type SearchFieldProps = {
  label: string;
  /** The term that the list shows now, usually from the address. */
  value: string;
  /** Called when typing pauses, and at once when the field is emptied. */
  onSearch: (term: string) => void;
};

/** Searches while you type. Never for names of people: those do not belong in an address. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }

  // A timer is outside React: search once typing pauses.
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onSearch(typed), settleAfterMs);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);

  return (
    <div className={styles['search']}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['box']}>
        <Icon name="search" />
        <input
          id={id}
          type="search"
          value={typed}
          autoComplete="off"
          enterKeyHint="search"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {typed === '' ? null : (
          <button
            type="button"
            onClick={() => {
              setTyped('');
              onSearch('');
              document.getElementById(id)?.focus();
            }}
          >
            <Icon name="close" />
            <span className="sr-only">
              <Trans>Zoekveld leegmaken</Trans>
            </span>
          </button>
        )}
      </span>
    </div>
  );
}

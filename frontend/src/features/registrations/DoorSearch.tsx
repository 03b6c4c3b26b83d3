import { useLingui } from '@lingui/react/macro';
import { Icon } from '@/ui/Icon';
import styles from './DoorSearch.module.css';

type DoorSearchProps = { value: string; onSearch: (search: string) => void };

/** Finds a name in the list that is already here, letter by letter; nothing of it goes into the address. */
export function DoorSearch({ value, onSearch }: DoorSearchProps) {
  const { t } = useLingui();
  return (
    <label className={styles['search']}>
      <span className="sr-only">{t`Zoek op naam`}</span>
      <Icon name="search" />
      <input
        type="search"
        value={value}
        autoComplete="off"
        autoCapitalize="words"
        enterKeyHint="search"
        placeholder={t`Zoek op naam`}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
    </label>
  );
}

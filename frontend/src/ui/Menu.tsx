import { type ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon, type IconName } from './Icon';
import styles from './Menu.module.css';

export type MenuEntry = {
  id: string;
  label: string;
  icon?: IconName;
  /** bad: ends or removes something. */
  tone?: 'bad';
} & ({ href: string } | { onSelect: () => void });

/** Actions on one thing that are needed less often, behind a button. `trigger` is a Button or IconButton. */
export function Menu({
  trigger,
  label,
  entries,
}: {
  trigger: ReactElement;
  label: string;
  entries: readonly MenuEntry[];
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles['popover'] ?? ''} placement="bottom end">
        <AriaMenu className={styles['menu'] ?? ''} aria-label={label}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              className={styles['item'] ?? ''}
              data-tone={entry.tone}
              {...('href' in entry ? { href: entry.href } : { onAction: entry.onSelect })}
            >
              {entry.icon ? <Icon name={entry.icon} /> : null}
              {entry.label}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

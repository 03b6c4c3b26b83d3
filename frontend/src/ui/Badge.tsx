import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { Icon, type IconName } from './Icon';

export type Tone = 'plain' | 'brand' | 'accent' | 'ok' | 'warn' | 'bad' | 'info';

/** A kind or property in one or two words: "Lokale bijeenkomst", "zorg". */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles['badge']} data-tone={tone}>
      {children}
    </span>
  );
}

const toneIcons = {
  plain: null,
  brand: null,
  accent: 'clock',
  ok: 'check',
  warn: 'alert',
  bad: 'alert',
  info: 'info',
} as const satisfies Record<Tone, IconName | null>;

/** Where something stands: always words with an icon, so that colour alone never tells. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  const icon = toneIcons[tone];
  return (
    <span className={styles['status']} data-tone={tone}>
      {icon ? <Icon name={icon} size={16} /> : null}
      {children}
    </span>
  );
}

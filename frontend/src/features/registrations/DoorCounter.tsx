import { Plural, Trans } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { share } from '@/ui/scale';
import styles from './DoorCounter.module.css';
import type { DoorFigures } from './doorList';

/** How many are inside: large, and read aloud when it changes. */
export function DoorCounter({ figures }: { figures: DoorFigures }) {
  const { attended, registered, walkIns } = figures;
  return (
    <div className={styles['counter']} role="status">
      <p className={styles['figure']}>
        <Trans>
          <strong>{attended}</strong> van {registered} binnen
        </Trans>
      </p>
      <p className={styles['walkIns']}>
        <Plural
          value={walkIns}
          _0="niemand zonder aanmelding"
          one="en # zonder aanmelding"
          other="en # zonder aanmelding"
        />
      </p>
      <div className={styles['bar']} aria-hidden="true">
        <span style={{ '--share': share(attended, registered) } as CSSProperties} />
      </div>
    </div>
  );
}

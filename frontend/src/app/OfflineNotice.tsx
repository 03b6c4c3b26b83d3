import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Icon } from '@/ui/Icon';
import styles from './Shell.module.css';

function subscribe(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says so when the device has no connection; what is on the screen stays readable. */
export function OfflineNotice() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {isOnline ? null : (
        <p className={styles['strip']} data-tone="warn">
          <Icon name="offline" size={18} />
          <span>
            <Trans>Je hebt geen internet. Wat je ziet kan verouderd zijn, en opslaan lukt nu niet.</Trans>
          </span>
        </p>
      )}
    </div>
  );
}

import { useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { Button, IconButton } from './Button';
import { Icon } from './Icon';
import styles from './ToastRegion.module.css';
import { hideToast, toastStore } from './toasts';

/** Where messages of `showToast` appear; once in the app. Read aloud without taking the focus. */
export function ToastRegion() {
  const { t } = useLingui();
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current);
  return (
    <section className={styles['region']} aria-label={t`Meldingen`} aria-live="polite" data-print="no">
      {toasts.map((toast) => (
        <div key={toast.id} className={styles['toast']} data-tone={toast.tone}>
          <Icon name={toast.tone === 'ok' ? 'check' : 'alert'} />
          <p>{toast.text}</p>
          {toast.action ? (
            <Button
              variant="quiet"
              onPress={() => {
                toast.action?.onAct();
                hideToast(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          ) : null}
          <IconButton icon="close" label={t`Melding sluiten`} onPress={() => hideToast(toast.id)} />
        </div>
      ))}
    </section>
  );
}

import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { registerSW } from 'virtual:pwa-register';
import { showToast } from '@/ui/toasts';

/** Installs the service worker, and offers a new version when there is one. Nothing reloads under someone who is typing. */
export function watchForUpdates() {
  const update = registerSW({
    onNeedRefresh() {
      showToast({
        text: i18n._(msg`Er is een nieuwe versie van Vliegwiel.`),
        action: { label: i18n._(msg`Vernieuwen`), onAct: () => void update(true) },
      });
    },
  });
}

import { useLingui } from '@lingui/react/macro';
import type { Registration } from '@/api/gen/types.gen';
import { showToast } from '@/ui/toasts';

/** Tells what came of registering: a seat, or a place on the waitlist. */
export function useAcceptedToast() {
  const { t } = useLingui();
  return ({ state, ahead }: Pick<Registration, 'state' | 'ahead'>) => {
    if (state !== 'waitlisted') showToast({ text: t`Je bent aangemeld. We sturen je een mail.` });
    else if (ahead == null) showToast({ text: t`Je staat op de wachtlijst. We mailen je als er plek is.` });
    else showToast({ text: t`Je staat op plek ${ahead + 1} van de wachtlijst. We mailen je als er plek is.` });
  };
}

import { useLingui } from '@lingui/react/macro';
import { showToast } from '@/ui/toasts';
import { ApiProblem } from './problem';

/** Tells in a toast that an action was refused, for actions that have no place of their own for it. */
export function useProblemToast() {
  const { t } = useLingui();
  return (error: unknown) => {
    // Beside a toast there are no fields to look at: it says what is wrong with them itself.
    const own = error instanceof ApiProblem ? error.errors[0]?.detail || error.detail || error.title : '';
    const isOffline = error instanceof ApiProblem && error.status === 0;
    const other = isOffline ? t`Geen verbinding. Probeer het straks opnieuw.` : t`Dat ging mis. Probeer het opnieuw.`;
    showToast({ tone: 'bad', text: own || other });
  };
}

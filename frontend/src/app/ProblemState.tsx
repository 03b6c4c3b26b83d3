import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ErrorState, Notice } from '@/ui/States';
import { ApiProblem } from './problem';

/** What went wrong and what to do, in words; the API's own words where it has them. */
export function useProblemText(error: unknown): { title: string; detail: string } {
  const { t } = useLingui();
  const status = error instanceof ApiProblem ? error.status : undefined;
  const own = error instanceof ApiProblem ? { title: error.title, detail: error.detail } : { title: '', detail: '' };
  const fallback = fallbackText();
  return { title: own.title || fallback.title, detail: own.detail || fallback.detail };

  function fallbackText() {
    switch (status) {
      case 0:
        return { title: t`Geen verbinding`, detail: t`Kijk of je internet het doet en probeer het opnieuw.` };
      case 401:
        return { title: t`Log eerst in`, detail: t`Je was te lang weg, of je bent nog niet ingelogd.` };
      case 403:
        return { title: t`Dit mag je niet`, detail: t`Vraag de kerngroep of het kantoor of dat klopt.` };
      case 404:
        return { title: t`Niet gevonden`, detail: t`Dit bestaat niet (meer), of het is niet voor jou zichtbaar.` };
      case 412:
        return {
          title: t`Iemand anders was je voor`,
          detail: t`Laad de pagina opnieuw en bekijk wat er veranderd is.`,
        };
      case 429:
        return { title: t`Even rustig aan`, detail: t`Wacht een paar minuten en probeer het opnieuw.` };
      default:
        return { title: t`Dat ging mis`, detail: t`Het ligt niet aan jou. Probeer het over een minuut opnieuw.` };
    }
  }
}

type ProblemStateProps = { error: unknown; onRetry?: (() => void) | undefined; action?: ReactNode };

/** In place of content that did not come: what went wrong, what to do, and another try where that can help. */
export function ProblemState({ error, onRetry, action }: ProblemStateProps) {
  const { title, detail } = useProblemText(error);
  const canRetry = !(error instanceof ApiProblem) || ![403, 404, 410].includes(error.status);
  return (
    <ErrorState
      title={title}
      onRetry={canRetry ? onRetry : undefined}
      action={action}
      requestId={error instanceof ApiProblem && error.status >= 500 ? error.requestId : undefined}
    >
      <p>{detail}</p>
    </ErrorState>
  );
}

/** Beside an action that was refused. */
export function ProblemNotice({ error }: { error: unknown }) {
  const { title, detail } = useProblemText(error);
  return (
    <Notice tone="bad" title={title} announce="now">
      <p>{detail}</p>
    </Notice>
  );
}

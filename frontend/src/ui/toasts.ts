export type Toast = {
  id: string;
  /** What happened, in the past tense: "Je bent afgemeld." */
  text: string;
  tone: 'ok' | 'bad';
  action?: { label: string; onAct: () => void } | undefined;
};

const shownForMs = 8_000;
const shownWithActionForMs = 20_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/**
 * Shows a short message that goes away by itself. With an `action`, usually undo, it stays longer;
 * it never holds the only copy of something a reader needs.
 */
export function showToast(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): string {
  lastId += 1;
  const shown = { tone: 'ok' as const, ...toast, id: `toast-${lastId}` };
  publish([...toasts.slice(-2), shown]);
  setTimeout(() => hideToast(shown.id), toast.action ? shownWithActionForMs : shownForMs);
  return shown.id;
}

/** Takes a message away. */
export function hideToast(id: string) {
  publish(toasts.filter((toast) => toast.id !== id));
}

export const toastStore = {
  current: () => toasts,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};

import { useEffect } from 'react';

/** Time for a dialog that closes to give the focus back itself. */
const patienceMs = 150;

/**
 * Keeps the focus in its part of the page when what had it disappears, as a button does that has done its work: the title of the part
 * takes over, else the title of the page. Without this a keyboard or screen reader starts again at the top of the document.
 */
export function useFocusKept() {
  // The document's focus is outside React.
  useEffect(() => {
    let last: HTMLElement | null = null;
    let parts: Element[] = [];
    let wait: ReturnType<typeof setTimeout> | undefined;

    function remember({ target }: FocusEvent) {
      if (!(target instanceof HTMLElement) || target.closest('main') === null) return;
      last = target;
      parts = partsAround(target);
    }

    function rescue() {
      if (document.activeElement !== document.body || last === null || last.isConnected) return;
      const part = parts.find(({ isConnected }) => isConnected);
      const title = (part ?? document).querySelector<HTMLElement>('h1, h2, h3');
      last = null;
      if (title === null) return;
      title.tabIndex = -1;
      title.focus({ preventScroll: true });
    }

    const removals = new MutationObserver(() => {
      if (last === null || last.isConnected) return;
      clearTimeout(wait);
      wait = setTimeout(rescue, patienceMs);
    });
    document.addEventListener('focusin', remember);
    removals.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(wait);
      document.removeEventListener('focusin', remember);
      removals.disconnect();
    };
  }, []);
}

/** The cards and sections with a title that something stands in, the nearest first. */
function partsAround(element: HTMLElement): Element[] {
  const parts: Element[] = [];
  for (
    let part = element.parentElement?.closest('section, article');
    part;
    part = part.parentElement?.closest('section, article')
  ) {
    if (part.querySelector('h2, h3') !== null) parts.push(part);
  }
  return parts;
}

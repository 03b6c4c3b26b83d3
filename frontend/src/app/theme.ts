import { useSyncExternalStore } from 'react';

const modeKey = 'vliegwiel.theme';
const hexColour = /^#[0-9a-f]{6}$/i;
const largestRadius = 24;
const darkPreference = matchMedia('(prefers-color-scheme: dark)');

/** Colours and rounding of an organisation, as the API delivers them. */
export type OrganizationLook = { brand: string; accent: string; radius: number };

/** Dresses the page in an organisation's colours; all other colours follow from these in tokens.css. Invalid values are left out. */
export function wearOrganization({ brand, accent, radius }: OrganizationLook) {
  const { style } = document.documentElement;
  if (hexColour.test(brand)) style.setProperty('--org-brand', brand);
  if (hexColour.test(accent)) style.setProperty('--org-accent', accent);
  if (radius >= 0 && radius <= largestRadius) style.setProperty('--org-radius', `${radius}px`);
}

/** Back to Vliegwiel's own colours. */
export function wearVliegwiel() {
  const { style } = document.documentElement;
  for (const name of ['--org-brand', '--org-accent', '--org-radius']) style.removeProperty(name);
}

export type Mode = 'light' | 'dark';

const listeners = new Set<() => void>();

/** Light or dark: the reader's choice, else the device's. */
export const colourMode = {
  current(): Mode {
    const chosen = document.documentElement.dataset['theme'];
    if (chosen === 'light' || chosen === 'dark') return chosen;
    return darkPreference.matches ? 'dark' : 'light';
  },

  choose(mode: Mode) {
    document.documentElement.dataset['theme'] = mode;
    try {
      localStorage.setItem(modeKey, mode);
    } catch {
      // Storage may be switched off; the choice then holds for this visit.
    }
    for (const listener of listeners) listener();
  },

  /** Puts back what was chosen on an earlier visit. */
  restore() {
    try {
      const mode = localStorage.getItem(modeKey);
      if (mode === 'light' || mode === 'dark') document.documentElement.dataset['theme'] = mode;
    } catch {
      // Storage may be switched off; the device's preference holds.
    }
  },

  subscribe(listener: () => void) {
    listeners.add(listener);
    darkPreference.addEventListener('change', listener);
    return () => {
      listeners.delete(listener);
      darkPreference.removeEventListener('change', listener);
    };
  },
};

export function useColourMode(): Mode {
  return useSyncExternalStore(colourMode.subscribe, colourMode.current);
}

import type { PlanSection } from '@/api/gen/types.gen';

/** A section as its writer has it: what was last seen of the plan, and what is typed over it. */
export type SectionDraft = { seen: Pick<PlanSection, 'text' | 'version'>; typed: string };

/** How a draft stands to the section in the plan. */
export type Standing = 'saved' | 'changed' | 'conflict';

/** A draft of what stands in the plan. */
export function draftOf({ text, version }: Pick<PlanSection, 'text' | 'version'>): SectionDraft {
  return { seen: { text, version }, typed: text };
}

/**
 * saved: what is typed stands in the plan. changed: it does not yet. conflict: another wrote in this section meanwhile,
 * and something else is typed here: neither text may be lost.
 */
export function standing(draft: SectionDraft, section: Pick<PlanSection, 'text' | 'version'>): Standing {
  if (draft.typed === draft.seen.text) return 'saved';
  const isBehind = section.version > draft.seen.version && section.text !== draft.typed;
  return isBehind ? 'conflict' : 'changed';
}

/** The draft once the plan was looked at again: what another wrote is taken over where nothing else was typed. */
export function followed(draft: SectionDraft, section: Pick<PlanSection, 'text' | 'version'>): SectionDraft {
  if (section.version <= draft.seen.version) return draft;
  const isUntouched = draft.typed === draft.seen.text || draft.typed === section.text;
  return isUntouched ? draftOf(section) : draft;
}

/** Both texts below each other, theirs first, to be made into one. */
export function merged(mine: string, theirs: string): string {
  return [theirs.trim(), mine.trim()].filter((text) => text !== '').join('\n\n');
}

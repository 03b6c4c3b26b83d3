import type { Attendee } from '@/api/gen/types.gen';

/** Which part of the list the door shows. */
export type DoorView = 'expected' | 'inside';

export type DoorFigures = { registered: number; attended: number; walkIns: number };

/** Figures of the list itself, so that they always agree with what stands below them. */
export function figuresOf(attendees: readonly Attendee[]): DoorFigures {
  const seated = attendees.filter(({ state, isWalkIn }) => state === 'registered' && !isWalkIn);
  return {
    registered: seated.length,
    attended: seated.filter(isInside).length,
    walkIns: attendees.filter((attendee) => attendee.isWalkIn && isInside(attendee)).length,
  };
}

export function isInside({ attendedAt, state }: Pick<Attendee, 'attendedAt' | 'state'>): boolean {
  return state === 'registered' && attendedAt != null;
}

/**
 * Who stands on the list at the door, by name. Without a search: who has a seat and is not inside yet, or who is inside. With one: everyone
 * whose name has all of its words somewhere, also who waits or cancelled: they may come in as well.
 */
export function atDoor(attendees: readonly Attendee[], view: DoorView, search: string): Attendee[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const isShown = (attendee: Attendee) => {
    if (words.length > 0) return words.every((word) => plain(attendee.name).includes(word));
    return view === 'inside' ? isInside(attendee) : attendee.state === 'registered' && !isInside(attendee);
  };
  const order = new Intl.Collator('nl');
  return attendees.filter(isShown).toSorted((one, other) => order.compare(one.name, other.name));
}

/** "Zoë" is found with "zoe". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}

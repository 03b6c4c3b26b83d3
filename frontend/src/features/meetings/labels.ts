import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Audience, MeetingKind, MeetingState } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/Badge';

/** What sorts of meetings there are. */
export const kinds: Record<MeetingKind, MessageDescriptor> = {
  symposium: msg`Symposium`,
  'local-meeting': msg`Lokale bijeenkomst`,
  evening: msg`Avond`,
  'network-day': msg`Netwerkdag`,
  'congress-session': msg`Sessie op een congres`,
  'knowledge-atelier': msg`Kennisatelier`,
  'work-session': msg`Werksessie`,
  online: msg`Online bijeenkomst`,
};

/** The large, rare meetings stand out. */
export const kindTones: Record<MeetingKind, Tone> = {
  symposium: 'accent',
  'local-meeting': 'brand',
  evening: 'brand',
  'network-day': 'accent',
  'congress-session': 'accent',
  'knowledge-atelier': 'brand',
  'work-session': 'brand',
  online: 'brand',
};

export const states: Record<MeetingState, MessageDescriptor> = {
  draft: msg`Concept`,
  published: msg`Gepubliceerd`,
  cancelled: msg`Gaat niet door`,
  held: msg`Geweest`,
};

export const stateTones: Record<MeetingState, Tone> = {
  draft: 'plain',
  published: 'ok',
  cancelled: 'bad',
  held: 'info',
};

/** For whom a meeting is, as a short remark. */
export const audiences: Record<Audience, MessageDescriptor> = {
  public: msg`Voor iedereen`,
  organization: msg`Voor iedereen van de organisatie`,
  network: msg`Voor leden van het netwerk`,
};

/** Options of a select, in the order in which the labels stand. */
export function optionsOf<Value extends string>(
  labels: Record<Value, MessageDescriptor>,
  write: (label: MessageDescriptor) => string,
): { value: Value; label: string }[] {
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: write(labels[value]) }));
}

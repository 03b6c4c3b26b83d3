import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AffiliationKind, AffiliationState } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/Badge';

/** What someone is to the organisation, in words. */
export const affiliationKinds: Record<AffiliationKind, MessageDescriptor> = {
  member: msg`Lid`,
  'former-member': msg`Oud-lid`,
  supporter: msg`Belangstellende`,
  guest: msg`Gast`,
  external: msg`Van buiten`,
};

/** How far it is. */
export const affiliationStates: Record<AffiliationState, { label: MessageDescriptor; tone: Tone }> = {
  invited: { label: msg`Uitgenodigd`, tone: 'accent' },
  requested: { label: msg`Aangevraagd`, tone: 'accent' },
  active: { label: msg`Nu`, tone: 'ok' },
  ended: { label: msg`Voorbij`, tone: 'plain' },
  declined: { label: msg`Afgewezen`, tone: 'plain' },
};

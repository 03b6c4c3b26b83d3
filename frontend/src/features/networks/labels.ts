import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NetworkState } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/Badge';

/** A new code in the API does not compile without its words here. */
export const stateLabels: Record<NetworkState, MessageDescriptor> = {
  proposed: msg`Start binnenkort`,
  pilot: msg`Net gestart`,
  active: msg`Actief`,
  evaluating: msg`Wordt geëvalueerd`,
  dormant: msg`In rust`,
  ended: msg`Gestopt`,
};

export const stateTones: Record<NetworkState, Tone> = {
  proposed: 'info',
  pilot: 'accent',
  active: 'ok',
  evaluating: 'info',
  dormant: 'warn',
  ended: 'plain',
};

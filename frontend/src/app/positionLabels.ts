import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AppointmentCapacity, PositionKind } from '@/api/gen/types.gen';

/** What a seat is for, in words; several features name it. */
export const positionKindLabels: Record<PositionKind, MessageDescriptor> = {
  chair: msg`Voorzitter`,
  secretary: msg`Secretaris`,
  treasurer: msg`Penningmeester`,
  member: msg`Lid`,
  ambassador: msg`Ambassadeur`,
  adviser: msg`Adviseur`,
  delegate: msg`Afgevaardigde`,
  coordinator: msg`Coördinator`,
  other: msg`Anders`,
};

/** How a seat is held, in words. */
export const capacityLabels: Record<AppointmentCapacity, MessageDescriptor> = {
  regular: msg`Vast`,
  acting: msg`Waarnemend`,
};

/** Kinds of seats that a core group has; the others sit beside it. */
export const coreGroupKinds = ['chair', 'secretary', 'treasurer', 'member', 'coordinator', 'other'] as const;

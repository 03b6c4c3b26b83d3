import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { WorkingGroupKind } from '@/api/gen/types.gen';

export const kindLabels: Record<WorkingGroupKind, MessageDescriptor> = {
  members: msg`Leden`,
  experts: msg`Deskundigen`,
};

export const kindHints: Record<WorkingGroupKind, MessageDescriptor> = {
  members: msg`Leden van het netwerk die samen iets doen.`,
  experts: msg`Mensen met kennis of ervaring. Zij hoeven geen lid van het netwerk te zijn.`,
};

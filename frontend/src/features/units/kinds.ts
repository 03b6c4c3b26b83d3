import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { UnitKind } from '@/api/gen/types.gen';

/** Sorts of units; one lies in one of a sort that comes before it here. */
export const unitKinds: Record<UnitKind, MessageDescriptor> = {
  national: msg`Landelijk`,
  province: msg`Provincie`,
  region: msg`Regio`,
  'member-organization': msg`Lidorganisatie`,
  chapter: msg`Afdeling`,
};

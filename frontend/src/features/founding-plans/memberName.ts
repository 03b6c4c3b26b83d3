import { useLingui } from '@lingui/react/macro';
import type { PlanMember } from '@/api/gen/types.gen';

/** How a named person is called: by name once they said yes, until then by the address, for who may see it. */
export function useMemberName({ name, email }: Pick<PlanMember, 'name' | 'email'>): string {
  const { t } = useLingui();
  return name ?? email ?? t`Iemand die gevraagd is`;
}

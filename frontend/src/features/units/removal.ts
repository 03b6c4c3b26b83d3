import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { listUnitsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { addUnit, removeUnit } from '@/api/gen/sdk.gen';
import type { Unit } from '@/api/gen/types.gen';
import { ifMatch } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { ApiProblem } from '@/app/problem';
import { showToast } from '@/ui/toasts';
import { unitOptions } from './queries';

/** Removing a unit at once, with undo. Nothing belongs to it, or the API refuses: so adding it again puts all back. */
export function useRemoval(unit: Unit) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const renew = () => queryClient.invalidateQueries({ queryKey: listUnitsQueryKey({ path: { organization } }) });
  const failed = (error: unknown) => {
    const reason = error instanceof ApiProblem ? error.detail || error.title : '';
    showToast({ tone: 'bad', text: reason || t`Dat is niet gelukt. Probeer het opnieuw.` });
  };

  const { kind, name, parentId, areaId } = unit;
  const putBack = useMutation({
    mutationFn: () => addUnit({ path: { organization }, body: { kind, name, parentId, areaId } }),
    onError: failed,
    onSettled: renew,
  });
  return useMutation({
    mutationFn: async () => {
      const seen = await queryClient.fetchQuery(unitOptions(organization, unit.id));
      return removeUnit({ path: { organization, unit: unit.id }, headers: ifMatch(seen) });
    },
    onSuccess: () =>
      showToast({
        text: t`${name} is verwijderd.`,
        action: { label: t`Ongedaan maken`, onAct: () => putBack.mutate() },
      }),
    onError: failed,
    onSettled: renew,
  });
}

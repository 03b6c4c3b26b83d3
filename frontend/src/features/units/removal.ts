import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { listUnitsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { addUnit, removeUnit } from '@/api/gen/sdk.gen';
import type { Unit } from '@/api/gen/types.gen';
import { ifMatch } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { hasStatus } from '@/app/problem';
import { useProblemToast } from '@/app/useProblemToast';
import { showToast } from '@/ui/toasts';
import { unitOptions } from './queries';

/** Removing a unit at once, with undo. Nothing belongs to it, or the API refuses: so adding it again puts all back. */
export function useRemoval(unit: Unit) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const renew = () => queryClient.invalidateQueries({ queryKey: listUnitsQueryKey({ path: { organization } }) });
  const failed = useProblemToast();

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
    onError(error) {
      if (hasStatus(error, 409))
        showToast({ tone: 'bad', text: t`Er hoort nog iets bij ${name}. Verplaats dat eerst.` });
      else failed(error);
    },
    onSettled: renew,
  });
}

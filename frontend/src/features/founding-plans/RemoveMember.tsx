import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getFoundingPlanQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { removeFoundingPlanMember } from '@/api/gen/sdk.gen';
import type { FoundingPlan, PlanMember } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useMemberName } from './memberName';

type RemoveMemberProps = { plan: FoundingPlan; member: PlanMember; onClose: () => void };

/** Take someone off the plan. They can be asked again. */
export function RemoveMember({ plan, member, onClose }: RemoveMemberProps) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const client = useQueryClient();
  const who = useMemberName(member);
  const lookAgain = () =>
    client.invalidateQueries({ queryKey: getFoundingPlanQueryKey({ path: { organization, plan: plan.id } }) });
  const removal = useMutation({
    mutationFn: () =>
      removeFoundingPlanMember({
        path: { organization, plan: plan.id, member: member.id },
        headers: ifVersion(member),
      }),
    async onSuccess() {
      onClose();
      await lookAgain();
    },
    onError: lookAgain,
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`Haal ${who} van het plan?`}
      confirmText={t`Haal van het plan`}
      tone="danger"
      isBusy={removal.isPending}
      error={removal.error === null ? null : <ProblemNotice error={removal.error} />}
      onConfirm={() => removal.mutate()}
    >
      <p>
        <Trans>Deze persoon ziet het plan daarna niet meer. Je kunt dezelfde persoon later opnieuw vragen.</Trans>
      </p>
    </ConfirmDialog>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { withdrawFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { usePlanDeed } from './queries';

/** Give the plan up for good. */
export function WithdrawPlan({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const deed = usePlanDeed(plan, () => setOpen(false));
  if (!may(plan, 'founding-plans.withdraw')) return null;
  return (
    <>
      <div>
        <Button variant="quiet" width="flush" onPress={() => setOpen(true)}>
          {t`Trek het plan in`}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t`Trek het plan in`}
        confirmText={t`Trek in`}
        tone="danger"
        reason={{ label: t`Waarom stoppen jullie ermee?` }}
        isBusy={deed.isPending}
        error={deed.error === null ? null : <ProblemNotice error={deed.error} />}
        onConfirm={(reason) => deed.mutate(({ path }) => withdrawFoundingPlan({ path, body: { reason } }))}
      >
        <p>
          <Trans>Dit kan niet terug. Je kunt het plan blijven lezen, en altijd een nieuw plan beginnen.</Trans>
        </p>
      </ConfirmDialog>
    </>
  );
}

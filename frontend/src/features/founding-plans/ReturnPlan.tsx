import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { returnFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { ProblemNotice } from '@/app/ProblemState';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { showToast } from '@/ui/toasts';
import { usePlanDeed } from './queries';

/** Hand the plan back to its proposers, with a reason and the comments. */
export function ReturnPlan({ plan, onClose }: { plan: FoundingPlan; onClose: () => void }) {
  const { t } = useLingui();
  const deed = usePlanDeed(plan, () => {
    showToast({ text: t`Het plan ligt weer bij de indieners. Zij krijgen een mail.` });
    onClose();
  });
  const comments = plan.comments.filter(({ round }) => round === plan.round).length;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t`Geef het plan terug`}
      confirmText={t`Geef terug`}
      reason={{ label: t`Wat moet er anders?`, hint: t`Dit staat in de mail aan de indieners.` }}
      isBusy={deed.isPending}
      error={deed.error === null ? null : <ProblemNotice error={deed.error} />}
      onConfirm={(reason) => deed.mutate(({ path }) => returnFoundingPlan({ path, body: { reason } }))}
    >
      <p>
        <Trans>De indieners passen het plan aan en dienen het opnieuw in. Het houdt zijn plaats in de rij.</Trans>{' '}
        <Plural
          value={comments}
          _0="Je zette nog geen opmerkingen bij de delen."
          one="Zij lezen ook de # opmerking bij de delen."
          other="Zij lezen ook de # opmerkingen bij de delen."
        />
      </p>
    </ConfirmDialog>
  );
}

import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { submitFoundingPlan } from '@/api/gen/sdk.gen';
import type { FoundingPlan } from '@/api/gen/types.gen';
import { kindLabels } from '@/app/networkLabels';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Facts, Stack } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { usePlanDeed } from './queries';

/** Hand the plan in, after one look at what goes out. */
export function SubmitPlan({ plan, onClose }: { plan: FoundingPlan; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const deed = usePlanDeed(plan, () => {
    showToast({ text: t`Het plan is ingediend. Jullie krijgen bericht.` });
    onClose();
  });
  const people = plan.members.filter(({ state }) => state === 'confirmed');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Dien het plan in`}
      footer={
        <>
          <Button onPress={onClose}>{t`Nog niet`}</Button>
          <Button
            variant="primary"
            busyText={deed.isPending ? t`Even geduld…` : undefined}
            onPress={() => deed.mutate(submitFoundingPlan)}
          >
            {t`Dien in`}
          </Button>
        </>
      }
    >
      <Stack>
        <Facts
          facts={[
            { term: t`Naam`, value: plan.name },
            { term: t`Soort`, value: i18n._(kindLabels[plan.kind]) },
            { term: t`Groeidoel`, value: t`${plan.goalMembers} leden na ${plan.goalMonths} maanden` },
            {
              term: t`Kerngroep`,
              value: <Plural value={people.length} one="# persoon doet mee" other="# mensen doen mee" />,
            },
          ]}
        />
        <p>
          <Trans>
            Het kantoor leest het plan. Zolang het daar ligt, kunnen jullie er niets aan veranderen. Heeft het kantoor
            vragen, dan komt het plan terug met opmerkingen. Daarna besluit het bestuur.
          </Trans>
        </p>
        {deed.error === null ? null : <ProblemNotice error={deed.error} />}
      </Stack>
    </Dialog>
  );
}

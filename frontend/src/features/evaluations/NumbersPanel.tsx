import { useLingui } from '@lingui/react/macro';
import type { EvaluationNumbers } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { Panel } from '@/ui/Card';
import { Facts, Stack } from '@/ui/Layout';
import { GoalMeter } from '@/ui/Meter';

/** The frozen numbers of an evaluation. */
export function NumbersPanel({ numbers }: { numbers: EvaluationNumbers }) {
  const { t } = useLingui();
  const { number, percentage, dayOn } = useFormat();
  const { members, goalMembers, goalStatus, goalByOn, showRate, registered, attended } = numbers;
  return (
    <Panel>
      <Stack>
        {goalMembers == null || goalStatus == null ? null : (
          <GoalMeter label={t`Leden`} value={members} target={goalMembers} status={goalStatus}>
            {goalByOn == null ? null : <p>{t`Het doel was ${goalMembers} leden op ${dayOn(goalByOn)}.`}</p>}
          </GoalMeter>
        )}
        <Facts
          facts={[
            { term: t`Leden`, value: number(members) },
            { term: t`Mensen in de kerngroep`, value: number(numbers.coreGroup) },
            { term: t`Bijeenkomsten gehouden`, value: number(numbers.meetingsHeld) },
            { term: t`Aangemeld`, value: number(registered) },
            {
              // Where only a count was kept, nobody registered.
              term: registered === 0 ? t`Gekomen` : t`Daarvan gekomen`,
              value: showRate == null ? number(attended) : `${number(attended)} (${percentage(showRate / 100)})`,
            },
            ...(numbers.walkIns === 0 ? [] : [{ term: t`Gekomen zonder aanmelding`, value: number(numbers.walkIns) }]),
            { term: t`Vrije functies`, value: number(numbers.vacancies) },
          ]}
        />
      </Stack>
    </Panel>
  );
}

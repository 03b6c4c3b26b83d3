import { Trans, useLingui } from '@lingui/react/macro';
import type { Network } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { Panel } from '@/ui/Card';
import { DataTable } from '@/ui/DataTable';
import { Stack } from '@/ui/Layout';
import { GoalMeter } from '@/ui/Meter';

/** The growth goal with where it stands, and the same figures as a table. Nothing while no goal is agreed. */
export function GoalProgress({ network }: { network: Pick<Network, 'goal' | 'members'> }) {
  const { t } = useLingui();
  const { dayOn, number } = useFormat();
  const { goal, members } = network;
  if (goal == null) return null;
  const rows = [
    { when: t`Bij het begin`, on: dayOn(goal.fromOn), members: goal.membersAtStart },
    { when: t`Nu`, on: t`vandaag`, members },
    ...(goal.forecast == null || goal.status === 'met' || goal.status === 'missed'
      ? []
      : [{ when: t`Verwacht bij dit tempo`, on: dayOn(goal.byOn), members: goal.forecast }]),
    { when: t`Groeidoel`, on: dayOn(goal.byOn), members: goal.members },
  ];
  return (
    <Panel>
      <Stack>
        <GoalMeter
          label={t`Leden`}
          value={members}
          target={goal.members}
          forecast={goal.status === 'met' || goal.status === 'missed' ? null : (goal.forecast ?? null)}
          status={goal.status}
        >
          <p>
            <Trans>
              Het doel is {goal.members} leden op {dayOn(goal.byOn)}.
            </Trans>
          </p>
        </GoalMeter>
        <DataTable
          caption={t`Groei in cijfers`}
          captionShown="no"
          phone="scroll"
          rows={rows}
          rowKey={(row) => row.when}
          columns={[
            { id: 'when', header: t`Moment`, cell: (row) => row.when },
            { id: 'on', header: t`Datum`, cell: (row) => row.on },
            { id: 'members', header: t`Leden`, align: 'end', cell: (row) => number(row.members) },
          ]}
        />
      </Stack>
    </Panel>
  );
}

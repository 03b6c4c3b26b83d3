import { useLingui } from '@lingui/react/macro';
import type { Network } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { opennessLabels } from '@/app/networkLabels';
import { Panel } from '@/ui/Card';
import { Facts, Section, Stack } from '@/ui/Layout';
import { GoalProgress } from './GoalProgress';

/** How big a network is and wants to be, and its days. */
export function NetworkFigures({ network }: { network: Network }) {
  const { t, i18n } = useLingui();
  const { dayOn, number } = useFormat();
  const day = (term: string, on: string | null | undefined) => (on == null ? [] : [{ term, value: dayOn(on) }]);
  return (
    <Stack>
      {network.goal == null ? null : (
        <Section title={t`Groeidoel`}>
          <GoalProgress network={network} />
        </Section>
      )}
      <Panel>
        <Facts
          facts={[
            { term: t`Leden`, value: number(network.members) },
            { term: t`Lid worden`, value: i18n._(opennessLabels[network.openness]) },
            ...day(t`Begonnen op`, network.startsOn),
            ...day(t`Evaluatie op`, network.evaluationOn),
            ...day(t`Loopt tot en met`, network.endsOn),
          ]}
        />
      </Panel>
    </Stack>
  );
}

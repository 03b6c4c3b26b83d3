import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { FoundingPlanQueue, FoundingPlanSummary, PlanState } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Panel } from '@/ui/Card';
import { CardList, Columns, Section, Stack } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { ProgressBar } from '@/ui/Meter';
import { EmptyState } from '@/ui/States';
import styles from './Plan.module.css';
import { PlanCard } from './PlanCard';
import { queueOptions } from './queries';

/** Groups of the queue, in the order in which someone is waited for. */
const groups: readonly { states: readonly PlanState[]; title: MessageDescriptor; nobody: MessageDescriptor }[] = [
  {
    states: ['submitted', 'in-review'],
    title: msg`Voor het kantoor`,
    nobody: msg`Er ligt geen plan bij het kantoor.`,
  },
  { states: ['advised'], title: msg`Voor het bestuur`, nobody: msg`Er ligt geen plan bij het bestuur.` },
  {
    states: ['returned'],
    title: msg`Terug bij de indieners`,
    nobody: msg`Er ligt geen plan terug bij de indieners.`,
  },
];

/** All plans that were handed in and not decided, by who is next; and what waits to start. */
export function OfficePlans() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: queue } = useSuspenseQuery(queueOptions(slug));
  return (
    <Page
      title={t`Plannen`}
      intro={
        <p>
          <Trans>Wie het eerst indiende, staat bovenaan. Een plan dat terugkomt, houdt zijn plaats.</Trans>
        </p>
      }
    >
      <Columns main={<Queue plans={queue.plans} />} aside={<Starts queue={queue} />} />
    </Page>
  );
}

function Queue({ plans }: { plans: readonly FoundingPlanSummary[] }) {
  const { t, i18n } = useLingui();
  if (plans.length === 0) {
    return (
      <EmptyState level={2} icon="document" title={t`Er wacht geen plan`}>
        <p>
          <Trans>Zodra leden een plan indienen, staat het hier. Je krijgt dan ook een mail.</Trans>
        </p>
      </EmptyState>
    );
  }
  return (
    <div>
      {groups.map(({ states, title, nobody }) => {
        const waiting = plans.filter(({ state }) => states.includes(state));
        const label = i18n._(title);
        return (
          <Section key={label} title={`${label} (${waiting.length})`}>
            {waiting.length === 0 ? (
              <p className={styles['nothing']}>{i18n._(nobody)}</p>
            ) : (
              <CardList label={label}>
                {waiting.map((plan) => (
                  <li key={plan.id}>
                    <PlanCard plan={plan}>
                      <Waits plan={plan} />
                    </PlanCard>
                  </li>
                ))}
              </CardList>
            )}
          </Section>
        );
      })}
    </div>
  );
}

function Waits({ plan }: { plan: FoundingPlanSummary }) {
  const { shortDay } = useFormat();
  const since = shortDay(plan.changedAt);
  return (
    <p>
      {plan.submittedAt == null ? null : <Trans>Ingediend op {shortDay(plan.submittedAt)}</Trans>}
      {' · '}
      <Trans>hier sinds {since}</Trans>
      {plan.round > 1 ? (
        <>
          {' · '}
          <Trans>versie {plan.round}</Trans>
        </>
      ) : null}
    </p>
  );
}

function Starts({ queue }: { queue: FoundingPlanQueue }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { shortDay } = useFormat();
  const free = Math.max(queue.startCapacity - queue.startsUsed, 0);
  return (
    <Section title={t`Starten`}>
      <Panel>
        <Stack>
          <ProgressBar
            label={t`Netwerken in hun proefperiode`}
            value={queue.startsUsed}
            max={queue.startCapacity}
            text={t`${queue.startsUsed} van ${queue.startCapacity}`}
          />
          <p>
            <Plural
              value={free}
              _0="Er is nu geen plaats. Goedgekeurde netwerken wachten op hun beurt."
              one="Er is plaats voor # netwerk."
              other="Er is plaats voor # netwerken."
            />
          </p>
          {queue.waitingNetworks.length === 0 ? null : (
            <ol className={styles['course']} aria-label={t`Wacht op de start`}>
              {queue.waitingNetworks.map((network) => (
                <li key={network.id}>
                  <Link href={paths.network(slug, network.slug)}>{network.name}</Link>
                  <time dateTime={network.approvedAt}>
                    <Trans>wacht sinds {shortDay(network.approvedAt)}</Trans>
                  </time>
                </li>
              ))}
            </ol>
          )}
        </Stack>
      </Panel>
    </Section>
  );
}

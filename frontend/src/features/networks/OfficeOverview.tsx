import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { NetworkHealth, NetworkHealthPage } from '@/api/gen/types.gen';
import { useKeysetList } from '@/app/keysetList';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Button, LinkButton } from '@/ui/Button';
import { CardList, Columns, Section, Stack } from '@/ui/Layout';
import { SegmentedControl } from '@/ui/SegmentedControl';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { HealthCard, HealthCounts, urgencyOf } from './HealthCard';
import { healthOptions } from './queries';
import { StartQueue } from './StartQueue';

/** All networks at a glance, for office and board: who needs someone, who waits to start. `evaluations` are those that are open. */
export function OfficeOverview({ evaluations }: { evaluations: ReactNode }) {
  const { t } = useLingui();
  const organization = useOrganization();
  const { slug } = organization;
  const { items, more } = useKeysetList(healthOptions(slug));
  const whole = useWhole(slug);
  const running = items.filter(({ network }) => network.state !== 'proposed');
  const waiting = items.filter(({ network }) => network.state === 'proposed');
  return (
    <Page
      title={t`Overzicht`}
      intro={
        <p>
          <Trans>Zo gaat het met de netwerken van {organization.name}.</Trans>
        </p>
      }
      actions={
        may(organization, 'networks.enter') ? (
          <LinkButton icon="add" href={paths.enterNetwork(slug)}>{t`Voer een bestaand netwerk in`}</LinkButton>
        ) : null
      }
    >
      {items.length === 0 ? (
        <NoNetworks />
      ) : (
        <>
          <HealthCounts all={running} />
          <Columns
            main={
              <div>
                <Running running={running} coreGroupMin={whole?.coreGroupMin ?? 0} />
                <ShowMore {...more} />
              </div>
            }
            aside={
              <div>
                {whole ? <StartQueue waiting={waiting} capacity={whole.startCapacity} /> : null}
                {evaluations}
              </div>
            }
          />
        </>
      )}
    </Page>
  );
}

/** What holds for all networks together; every page says the same, the last is the newest. */
function useWhole(organization: string): NetworkHealthPage | undefined {
  const { data } = useSuspenseInfiniteQuery(healthOptions(organization));
  return data.pages.at(-1) as NetworkHealthPage | undefined;
}

type Shown = 'all' | 'attention';
const order = { warning: 0, notice: 1, none: 2 } as const;

function Running({ running, coreGroupMin }: { running: readonly NetworkHealth[]; coreGroupMin: number }) {
  const { t } = useLingui();
  const [shown, setShown] = useState<Shown>('all');
  // Those that need someone first; within that by name, as they come.
  const sorted = running.toSorted((one, other) => order[urgencyOf(one)] - order[urgencyOf(other)]);
  const visible = shown === 'all' ? sorted : sorted.filter((health) => urgencyOf(health) === 'warning');
  return (
    <Section
      title={t`Netwerken`}
      action={
        <SegmentedControl
          label={t`Welke netwerken`}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: t`Alle` },
            { value: 'attention', label: t`Vraagt actie` },
          ]}
        />
      }
    >
      {visible.length === 0 ? (
        <EmptyState
          icon="check"
          title={t`Geen netwerk vraagt nu actie`}
          action={<Button onPress={() => setShown('all')}>{t`Toon alle netwerken`}</Button>}
        >
          <p>
            <Trans>Komt er iets bij, dan staat het hier bovenaan.</Trans>
          </p>
        </EmptyState>
      ) : (
        <Stack>
          <CardList label={t`Netwerken`}>
            {visible.map((health) => (
              <li key={health.network.id}>
                <HealthCard health={health} coreGroupMin={coreGroupMin} />
              </li>
            ))}
          </CardList>
        </Stack>
      )}
    </Section>
  );
}

function NoNetworks() {
  const { t } = useLingui();
  const organization = useOrganization();
  return (
    <EmptyState
      level={2}
      icon="network"
      title={t`Er zijn nog geen netwerken`}
      action={
        <LinkButton
          variant="primary"
          href={paths.office(organization.slug, 'plannen')}
        >{t`Bekijk de plannen`}</LinkButton>
      }
    >
      <p>
        <Trans>Een netwerk begint met een plan van leden. Bestaat het al? Dan voert het kantoor het hier in.</Trans>
      </p>
    </EmptyState>
  );
}

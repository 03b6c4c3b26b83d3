import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { NetworkHealth, StartCapacity } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { Panel } from '@/ui/Card';
import { Section, Stack } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import { ProgressBar } from '@/ui/Meter';
import styles from './StartQueue.module.css';

type StartQueueProps = { waiting: readonly NetworkHealth[]; capacity: StartCapacity };

/** How many networks can start, and which wait for it in order. A network is started on its own page. */
export function StartQueue({ waiting, capacity: { pilots, limit } }: StartQueueProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { shortDay } = useFormat();
  const free = Math.max(limit - pilots, 0);
  const inOrder = waiting.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  return (
    <Section title={t`Starten`}>
      <Panel>
        <Stack>
          <ProgressBar
            label={t`Netwerken in hun proefperiode`}
            value={pilots}
            max={limit}
            text={t`${pilots} van ${limit}`}
          />
          <p>
            <Plural
              value={free}
              _0="Er is nu geen plaats. Rond eerst een proefperiode af."
              one="Er is plaats om # netwerk te starten."
              other="Er is plaats om # netwerken te starten."
            />
          </p>
          {inOrder.length === 0 ? (
            <p>
              <Trans>Er wacht geen netwerk op de start.</Trans>
            </p>
          ) : (
            <ol className={styles['queue']} aria-label={t`Wacht op de start`}>
              {inOrder.map(({ network, createdAt }) => (
                <li key={network.id}>
                  <Link href={paths.network(slug, network.slug)}>{network.name}</Link>{' '}
                  <span>
                    <Trans>goedgekeurd op {shortDay(createdAt)}</Trans>
                  </span>
                </li>
              ))}
            </ol>
          )}
        </Stack>
      </Panel>
    </Section>
  );
}

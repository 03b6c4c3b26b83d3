import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { NetworkHealth } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { kindLabels } from '@/app/networkLabels';
import { useOrganization } from '@/app/organization';
import { below, paths } from '@/app/paths';
import { Badge, Status } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Link } from '@/ui/Link';
import styles from './HealthCard.module.css';
import { stateLabels, stateTones } from './labels';
import { useHealthText } from './useHealthText';

type HealthCardProps = { health: NetworkHealth; coreGroupMin: number };

/** How one network is doing: its figures, and each reason to look closer with the page where something can be done. */
export function HealthCard({ health, coreGroupMin }: HealthCardProps) {
  const { i18n } = useLingui();
  const { slug } = useOrganization();
  const { network } = health;
  return (
    <Card
      title={network.name}
      href={paths.network(slug, network.slug)}
      badges={
        <>
          <Badge>{i18n._(kindLabels[network.kind])}</Badge>
          <Status tone={stateTones[network.state]}>{i18n._(stateLabels[network.state])}</Status>
        </>
      }
    >
      <Metrics health={health} coreGroupMin={coreGroupMin} />
      <Reasons health={health} />
    </Card>
  );
}

function Metrics({ health, coreGroupMin }: HealthCardProps) {
  const { t } = useLingui();
  const { shortDay } = useFormat();
  const { network, coreGroup, vacancies, lastMeetingAt, nextMeetingAt } = health;
  const { goal } = network;
  return (
    <dl className={styles['metrics']}>
      <Metric term={t`Kerngroep`} state={coreGroup < coreGroupMin ? 'short' : 'fine'}>
        {coreGroup}{' '}
        <small>
          <Trans>van minstens {coreGroupMin}</Trans>
        </small>
      </Metric>
      <Metric term={t`Leden`} state={goal?.status === 'at-risk' || goal?.status === 'missed' ? 'short' : 'fine'}>
        {network.members}{' '}
        {goal == null ? null : (
          <small>
            <Trans>van {goal.members}</Trans>
            {goal.forecast == null ? null : (
              <>
                {', '}
                <Trans>verwacht {goal.forecast}</Trans>
              </>
            )}
          </small>
        )}
      </Metric>
      <Metric term={t`Laatste bijeenkomst`}>{lastMeetingAt == null ? '–' : shortDay(lastMeetingAt)}</Metric>
      <Metric term={t`Volgende bijeenkomst`} state={nextMeetingAt == null ? 'short' : 'fine'}>
        {nextMeetingAt == null ? '–' : shortDay(nextMeetingAt)}
      </Metric>
      <Metric term={t`Vacatures`} state={vacancies > 0 ? 'short' : 'fine'}>
        {vacancies}
      </Metric>
    </dl>
  );
}

function Metric({ term, state = 'fine', children }: { term: string; state?: 'fine' | 'short'; children: ReactNode }) {
  return (
    <div data-state={state}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Reasons({ health: { reasons, network } }: Pick<HealthCardProps, 'health'>) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const write = useHealthText();
  if (reasons.length === 0) {
    return (
      <p className={styles['well']}>
        <Icon name="check" size={18} />
        <Trans>Alles gaat goed.</Trans>
      </p>
    );
  }
  return (
    <ul className={styles['reasons']} aria-label={t`Waarom kijken naar ${network.name}`}>
      {reasons.map((reason) => (
        <li key={reason.code} data-severity={reason.severity}>
          <Icon name={reason.severity === 'warning' ? 'alert' : 'info'} size={18} />
          <Link href={below(slug, reason.path)}>{write(reason)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** How many networks need someone, are worth following, and are doing well. */
export function HealthCounts({ all }: { all: readonly NetworkHealth[] }) {
  const { t } = useLingui();
  const count = (urgency: Urgency) => all.filter((health) => urgencyOf(health) === urgency).length;
  return (
    <ul className={styles['counts']} aria-label={t`Hoe het met de netwerken gaat`}>
      <li data-urgency="warning" data-count={count('warning') === 0 ? 'none' : 'some'}>
        <strong>{count('warning')}</strong>
        <Plural value={count('warning')} one="netwerk vraagt nu actie" other="netwerken vragen nu actie" />
      </li>
      <li data-urgency="notice" data-count={count('notice') === 0 ? 'none' : 'some'}>
        <strong>{count('notice')}</strong>
        <Trans>om in de gaten te houden</Trans>
      </li>
      <li data-urgency="none" data-count={count('none') === 0 ? 'none' : 'some'}>
        <strong>{count('none')}</strong>
        <Plural value={count('none')} one="netwerk gaat goed" other="netwerken gaan goed" />
      </li>
    </ul>
  );
}

type Urgency = 'warning' | 'notice' | 'none';

/** The gravest of the reasons. */
export function urgencyOf({ reasons }: Pick<NetworkHealth, 'reasons'>): Urgency {
  if (reasons.some(({ severity }) => severity === 'warning')) return 'warning';
  return reasons.length > 0 ? 'notice' : 'none';
}

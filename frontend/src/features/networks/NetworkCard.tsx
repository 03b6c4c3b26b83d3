import { Plural, useLingui } from '@lingui/react/macro';
import type { NetworkSummary } from '@/api/gen/types.gen';
import { kindLabels, opennessLabels } from '@/app/networkLabels';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { Badge, Status } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { stateLabels, stateTones } from './labels';
import styles from './NetworkCard.module.css';

/** A network in a list. */
export function NetworkCard({ network, level = 2 }: { network: NetworkSummary; level?: 2 | 3 }) {
  const { i18n } = useLingui();
  const { slug } = useOrganization();
  return (
    <Card
      level={level}
      title={network.name}
      href={paths.network(slug, network.slug)}
      badges={
        <>
          <Badge tone={network.kind === 'theme' ? 'brand' : 'accent'}>{i18n._(kindLabels[network.kind])}</Badge>
          {network.state === 'active' ? null : (
            <Status tone={stateTones[network.state]}>{i18n._(stateLabels[network.state])}</Status>
          )}
        </>
      }
    >
      <p className={styles['purpose']}>{network.purpose}</p>
      <ul className={styles['facts']}>
        <li>
          <Icon name="people" size={18} />
          <Plural value={network.members} one="# lid" other="# leden" />
        </li>
        <li>
          <Icon name="info" size={18} />
          {i18n._(opennessLabels[network.openness])}
        </li>
      </ul>
    </Card>
  );
}

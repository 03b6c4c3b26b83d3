import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { AppointmentCapacity, CoreGroup as CoreGroupOf, CoreGroupSeat } from '@/api/gen/types.gen';
import { Badge } from '@/ui/Badge';
import { Icon } from '@/ui/Icon';
import { Section } from '@/ui/Layout';
import styles from './CoreGroup.module.css';

const capacityLabels: Record<AppointmentCapacity, MessageDescriptor | null> = {
  regular: null,
  acting: msg`waarnemend`,
};

/** Who answers for a network: names of those who agreed to be named. */
export function CoreGroup({ coreGroup }: { coreGroup: CoreGroupOf }) {
  const { t } = useLingui();
  const { size, minimum, seats } = coreGroup;
  return (
    <Section title={t`Kerngroep`}>
      <p>
        {size < minimum ? (
          <Trans>
            De kerngroep heeft nu {size} mensen. Er zijn er minstens {minimum} nodig: er is plaats voor jou.
          </Trans>
        ) : (
          <Trans>Deze {size} mensen zorgen samen voor het netwerk.</Trans>
        )}
      </p>
      {seats.length === 0 ? null : (
        <ul className={styles['seats']}>
          {seats.map((seat, index) => (
            // Seats may share a title, and have no id here.
            // oxlint-disable-next-line react/no-array-index-key
            <Seat key={index} seat={seat} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Seat({ seat }: { seat: CoreGroupSeat }) {
  const { t, i18n } = useLingui();
  const capacity = seat.capacity == null ? null : capacityLabels[seat.capacity];
  const isVacant = seat.capacity == null;
  return (
    <li className={styles['seat']} data-vacant={isVacant || undefined}>
      <span className={styles['face']} aria-hidden="true">
        {seat.name == null ? <Icon name={isVacant ? 'add' : 'person'} size={22} /> : initials(seat.name)}
      </span>
      <span className={styles['who']}>
        <span className={styles['name']}>{seat.name ?? (isVacant ? t`Nog niemand` : t`Naam niet openbaar`)}</span>
        <span className={styles['title']}>
          {seat.title} {capacity ? <Badge tone="plain">{i18n._(capacity)}</Badge> : null}
        </span>
      </span>
    </li>
  );
}

function initials(name: string): string {
  const words = name.split(' ').filter((word) => /^\p{Lu}/u.test(word));
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? '').join('');
}

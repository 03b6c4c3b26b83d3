import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { FlywheelEmblem } from '@/ui/Flywheel';
import { Icon } from '@/ui/Icon';
import { Narrow } from '@/ui/Layout';
import { Link } from '@/ui/Link';
import styles from './Door.module.css';
import { useOrganization } from './organization';
import { paths } from './paths';

/** The form of who comes in, with what an account is for beside it. */
export function Door({ children }: { children: ReactNode }) {
  return (
    <div className={styles['door']}>
      <Narrow>{children}</Narrow>
      <WhatFor />
    </div>
  );
}

function WhatFor() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const heading = useId();
  return (
    <section className={styles['what']} aria-labelledby={heading}>
      <div className={styles['wheel']}>
        <FlywheelEmblem />
      </div>
      <h2 id={heading}>{t`Wat je met een account kunt`}</h2>
      <ul className={styles['points']}>
        <Point>{t`Word lid van de netwerken die bij je passen.`}</Point>
        <Point>{t`Meld je aan voor bijeenkomsten, en weer af.`}</Point>
        <Point>{t`Zie op één plek waar je aan meedoet en wat op je wacht.`}</Point>
      </ul>
      <p className={styles['without']}>
        <Trans>
          Eerst een keer komen kijken? Bij veel bijeenkomsten kan dat zonder account.{' '}
          <Link href={paths.meetings(slug)}>Bekijk de agenda</Link>
        </Trans>
      </p>
    </section>
  );
}

function Point({ children }: { children: ReactNode }) {
  return (
    <li>
      <Icon name="check" />
      <span>{children}</span>
    </li>
  );
}

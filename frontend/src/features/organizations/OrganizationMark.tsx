import type { CSSProperties } from 'react';
import type { Theme } from '@/api/gen/types.gen';
import { FlywheelMark } from '@/ui/Flywheel';
import styles from './OrganizationMark.module.css';

/** An organisation's logo; without one, the flywheel in the organisation's own colours. */
export function OrganizationMark({ theme }: { theme: Theme }) {
  const { brand, accent, logoUrl } = theme;
  if (logoUrl != null) return <img src={logoUrl} alt="" width={52} height={52} />;
  return (
    <span className={styles['mark']} style={{ '--own-brand': brand, '--own-accent': accent } as CSSProperties}>
      <FlywheelMark size={52} />
    </span>
  );
}

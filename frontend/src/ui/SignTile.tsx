import { Icon, type IconName } from './Icon';
import styles from './SignTile.module.css';

/** The drawing in front of a card. Its colour says whether it asks for something: brand shows the way, accent asks. */
export function SignTile({ icon, tone = 'brand' }: { icon: IconName; tone?: 'brand' | 'accent' }) {
  return (
    <span className={styles['tile']} data-tone={tone}>
      <Icon name={icon} size={26} />
    </span>
  );
}

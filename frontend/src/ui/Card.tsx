import type { ReactNode } from 'react';
import styles from './Card.module.css';
import { Link } from './Link';

export type CardProps = {
  /** Left of the text: a DateTile, a ring, a mark. */
  lead?: ReactNode;
  /** Badges above the title. */
  badges?: ReactNode;
  title?: ReactNode;
  /** Makes the title a link, and the whole card pressable. */
  href?: string;
  /** Heading level of the title: 2 or 3. Default: 3. */
  level?: 2 | 3;
  /** Right on a wide screen, below on a phone: capacity and the main action. */
  aside?: ReactNode;
  /** Buttons side by side, at the place of `aside`: as wide as they need. */
  actions?: ReactNode;
  /** A Menu in the corner: what is seldom done. */
  menu?: ReactNode;
  children?: ReactNode;
};

/** One thing in a list. Its title is the link; the rest of the card only widens the target. */
export function Card({ lead, badges, title, href, level = 3, aside, actions, menu, children }: CardProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <article className={styles['card']} data-link={href !== undefined || undefined} data-menu={menu ? true : undefined}>
      {lead ? <div className={styles['lead']}>{lead}</div> : null}
      <div className={styles['text']}>
        {badges ? <div className={styles['badges']}>{badges}</div> : null}
        {title === undefined ? null : (
          <Title className={styles['title']}>
            {href === undefined ? (
              title
            ) : (
              <Link href={href} className={styles['link']}>
                {title}
              </Link>
            )}
          </Title>
        )}
        {children ? <div className={styles['body']}>{children}</div> : null}
      </div>
      {aside ? <div className={styles['aside']}>{aside}</div> : null}
      {menu ? <div className={styles['menu']}>{menu}</div> : null}
      {actions ? <div className={styles['actions']}>{actions}</div> : null}
    </article>
  );
}

/** A plain white sheet for whatever is not one thing in a list: a form, a chart, a block of facts. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className={styles['panel']}>{children}</div>;
}

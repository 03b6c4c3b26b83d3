import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from './Link';
import styles from './PageHeader.module.css';

export type Crumb = { label: string; href: string };

/** The way up from this page, nearest last. The page itself is not in it. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Kruimelpad`} className={styles['breadcrumb']}>
      <ol className={styles['crumbs']}>
        {crumbs.map((crumb) => (
          <li key={crumb.href}>
            <Link href={crumb.href}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export type PageHeaderProps = {
  title: string;
  /** Badges or a status above the title. */
  badges?: ReactNode;
  /** What this page is for, in one or two sentences. */
  intro?: ReactNode;
  crumbs?: readonly Crumb[];
  /** The main action, at most two. */
  actions?: ReactNode;
  /** A ring or figure beside the title. */
  aside?: ReactNode;
  /** hero: start pages. plain: all others. Default: plain. */
  look?: 'plain' | 'hero';
};

/** Title of a page. Its h1 receives the focus after navigation, so that screen readers start here. */
export function PageHeader({ title, badges, intro, crumbs, actions, aside, look = 'plain' }: PageHeaderProps) {
  return (
    <header className={styles['header']} data-look={look}>
      <div className={styles['text']}>
        {crumbs && crumbs.length > 0 ? <Breadcrumb crumbs={crumbs} /> : null}
        {badges ? <div className={styles['badges']}>{badges}</div> : null}
        <h1 tabIndex={-1} className={styles['title']}>
          {title}
        </h1>
        {intro ? <div className={styles['intro']}>{intro}</div> : null}
        {actions ? <div className={styles['actions']}>{actions}</div> : null}
      </div>
      {aside ? <div className={styles['aside']}>{aside}</div> : null}
    </header>
  );
}

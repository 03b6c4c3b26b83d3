import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { FlywheelMark } from './Flywheel';
import { Icon, type IconName } from './Icon';
import styles from './States.module.css';

type EmptyStateProps = {
  /** What is not here: "Nog geen bijeenkomsten". */
  title: string;
  /** Why, and what would change it. */
  children: ReactNode;
  /** The next step: a LinkButton or Button. */
  action?: ReactNode;
  icon?: IconName;
  /** Heading level of the title: 2 directly under the page's title, else 3. Default: 3. */
  level?: 2 | 3;
};

/** In place of a list without entries: what, why, and the next step. */
export function EmptyState({ title, children, action, icon, level = 3 }: EmptyStateProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div className={styles['state']}>
      {icon ? (
        <span className={styles['sign']}>
          <Icon name={icon} size={28} />
        </span>
      ) : (
        <FlywheelMark size={52} />
      )}
      <Title className={styles['title']}>{title}</Title>
      <div className={styles['why']}>{children}</div>
      {action}
    </div>
  );
}

type ErrorStateProps = {
  title: string;
  /** What the reader can do about it. */
  children: ReactNode;
  onRetry?: (() => void) | undefined;
  action?: ReactNode;
  /** Number of the request, for who asks for help. */
  requestId?: string | undefined;
};

/** In place of content that could not be shown. `ProblemState` makes one from an error of the API. */
export function ErrorState({ title, children, onRetry, action, requestId }: ErrorStateProps) {
  return (
    <div className={styles['state']} role="alert">
      <span className={styles['sign']} data-tone="bad">
        <Icon name="alert" size={28} />
      </span>
      <h2 className={styles['title']}>{title}</h2>
      <div className={styles['why']}>{children}</div>
      <div className={styles['actions']}>
        {onRetry ? (
          <Button variant="primary" icon="retry" onPress={onRetry}>
            <Trans>Probeer het opnieuw</Trans>
          </Button>
        ) : null}
        {action}
      </div>
      {requestId ? (
        <p className={styles['request']}>
          <Trans>Vraag je om hulp? Noem dan dit nummer: {requestId}</Trans>
        </p>
      ) : null}
    </div>
  );
}

type NoticeProps = {
  tone?: 'info' | 'ok' | 'warn' | 'bad';
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** now: read aloud as soon as it appears. Default: with the page. */
  announce?: 'now' | 'with-page';
};

const noticeIcons = { info: 'info', ok: 'check', warn: 'alert', bad: 'alert' } as const;

/** Something to know on this page: a condition, a warning, the result of an action. */
export function Notice({ tone = 'info', title, children, action, announce = 'with-page' }: NoticeProps) {
  return (
    <div className={styles['notice']} data-tone={tone} role={announce === 'now' ? 'alert' : undefined}>
      <Icon name={noticeIcons[tone]} />
      <div className={styles['noticeText']}>
        {title ? <p className={styles['noticeTitle']}>{title}</p> : null}
        {children}
        {action ? <div className={styles['actions']}>{action}</div> : null}
      </div>
    </div>
  );
}

type SkeletonProps = {
  /** lines: text. cards: a list. Default: cards. */
  shape?: 'lines' | 'cards';
  count?: number;
};

/** Holds the place of content on its way, so that the page does not jump. */
export function Skeleton({ shape = 'cards', count = 3 }: SkeletonProps) {
  return (
    <div className={styles['skeleton']} role="status">
      <span className="sr-only">
        <Trans>Bezig met laden…</Trans>
      </span>
      {Array.from({ length: count }, (_, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={styles['bone']} data-shape={shape} aria-hidden="true" />
      ))}
    </div>
  );
}

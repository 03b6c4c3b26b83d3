import { useRouterState } from '@tanstack/react-router';
import { Skeleton } from '@/ui/States';
import styles from './Waiting.module.css';

/** In place of a screen that is on its way for the first time. */
export function Waiting() {
  return (
    <div className={styles['waiting']}>
      <Skeleton count={4} />
    </div>
  );
}

/** The same before there is anything around it. */
export function WaitingAlone() {
  return (
    <main className={styles['alone']}>
      <Waiting />
    </main>
  );
}

/** A thin line at the top while the next screen loads. The link that was pressed stays; nothing jumps. */
export function NavigationProgress() {
  const isPending = useRouterState({ select: (state) => state.status === 'pending' });
  return <div className={styles['progress']} data-pending={isPending || undefined} aria-hidden="true" />;
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from './Button';
import styles from './ShowMore.module.css';

type ShowMoreProps = {
  /** How many stand on the page now. */
  shown: number;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
};

/** Under a list that comes in pages: loads the next page below this one. */
export function ShowMore({ shown, hasMore, isLoading, onMore }: ShowMoreProps) {
  const { t } = useLingui();
  if (!hasMore) return null;
  return (
    <div className={styles['more']}>
      <p>
        <Trans>{shown} getoond</Trans>
      </p>
      <Button onPress={onMore} busyText={isLoading ? t`Bezig met laden…` : undefined}>
        <Trans>Toon meer</Trans>
      </Button>
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { FoundingPlan, SectionKind } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { PlainText } from '@/ui/PlainText';
import styles from './Plan.module.css';

/** What office and board remarked on one section, the newest round first. */
export function SectionComments({ plan, section }: { plan: FoundingPlan; section: SectionKind }) {
  const { t } = useLingui();
  const { shortDay } = useFormat();
  const comments = plan.comments
    .filter((comment) => comment.section === section)
    .toSorted((one, other) => other.round - one.round || one.createdAt.localeCompare(other.createdAt));
  if (comments.length === 0) return null;
  return (
    <ul className={styles['comments']} aria-label={t`Opmerkingen`}>
      {comments.map((comment) => (
        <li key={comment.id} data-round={comment.round === plan.round ? 'now' : 'before'}>
          <PlainText>{comment.text}</PlainText>
          <p className={styles['by']}>
            {comment.writtenBy ?? t`Het kantoor`} · {shortDay(comment.createdAt)}
            {comment.round === plan.round ? null : (
              <>
                {' · '}
                <Trans>bij een eerdere versie</Trans>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanSection } from '@/api/gen/types.gen';
import { Button } from '@/ui/Button';
import { Row } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import styles from './Plan.module.css';
import type { useSectionDraft } from './useSectionDraft';

type SectionConflictProps = { section: PlanSection; draft: ReturnType<typeof useSectionDraft> };

/** Another wrote in this section too: both texts side by side, and the writer chooses. Nothing is lost before that. */
export function SectionConflict({ section, draft }: SectionConflictProps) {
  const { t } = useLingui();
  const other = section.changedBy ?? t`iemand anders`;
  return (
    <Notice tone="warn" announce="now" title={t`${other} schreef hier ook iets`}>
      <p>
        <Trans>Hieronder staan beide teksten. Kies welke blijft, of maak er samen één van.</Trans>
      </p>
      <div className={styles['versions']}>
        <div>
          <h4>{t`Jouw tekst`}</h4>
          <PlainText>{draft.typed}</PlainText>
        </div>
        <div>
          <h4>{t`Tekst van ${other}`}</h4>
          <PlainText>{section.text}</PlainText>
        </div>
      </div>
      <Row>
        <Button variant="primary" onPress={draft.mergeBoth}>{t`Zet ze onder elkaar`}</Button>
        <Button onPress={draft.keepMine}>{t`Houd mijn tekst`}</Button>
        <Button onPress={draft.takeTheirs}>{t`Neem de tekst van ${other}`}</Button>
      </Row>
    </Notice>
  );
}

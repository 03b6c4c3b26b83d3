import { Trans, useLingui } from '@lingui/react/macro';
import type { PlanSection } from '@/api/gen/types.gen';
import { Button } from '@/ui/Button';
import { Row } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import styles from './Plan.module.css';
import type { useSectionDraft } from './useSectionDraft';

type SectionConflictProps = {
  section: PlanSection;
  draft: ReturnType<typeof useSectionDraft>;
  /** The choice takes its own button away: brings the focus back to the text. */
  onChosen: () => void;
};

/** Another wrote in this section too: both texts side by side, and the writer chooses. Nothing is lost before that. */
export function SectionConflict({ section, draft, onChosen }: SectionConflictProps) {
  const { t } = useLingui();
  const choose = (choice: () => void) => () => {
    choice();
    onChosen();
  };
  const other = section.changedBy ?? t`iemand anders`;
  return (
    <Notice tone="warn" announce="now" title={t`${other} schreef hier ook iets`}>
      <p>
        <Trans>Hieronder staan beide teksten. Kies welke blijft, of maak er samen één van.</Trans>
      </p>
      <div className={styles['versions']}>
        <div>
          <h3>{t`Jouw tekst`}</h3>
          <PlainText>{draft.typed}</PlainText>
        </div>
        <div>
          <h3>{t`Tekst van ${other}`}</h3>
          <PlainText>{section.text}</PlainText>
        </div>
      </div>
      <Row>
        <Button variant="primary" onPress={choose(draft.mergeBoth)}>{t`Zet ze onder elkaar`}</Button>
        <Button onPress={choose(draft.keepMine)}>{t`Houd mijn tekst`}</Button>
        <Button onPress={choose(draft.takeTheirs)}>{t`Neem de tekst van ${other}`}</Button>
      </Row>
    </Notice>
  );
}

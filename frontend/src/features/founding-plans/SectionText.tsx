import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FoundingPlan, PlanSection } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { CommentForm } from './CommentForm';
import { sectionLabels } from './labels';
import { SectionComments } from './SectionComments';
import { sectionId } from './SectionEditor';
import styles from './Plan.module.css';

/** One section of a plan to read, with its comments, and room for one more for who reviews. */
export function SectionText({ plan, section }: { plan: FoundingPlan; section: PlanSection }) {
  const { t, i18n } = useLingui();
  const [isCommenting, setCommenting] = useState(false);
  const label = i18n._(sectionLabels[section.section]);
  return (
    <section id={sectionId(section)} aria-label={label}>
      <Panel>
        <Stack>
          <h3 className={styles['sectionTitle']}>{label}</h3>
          {section.text === '' ? (
            <p className={styles['nothing']}>
              <Trans>Hier staat niets.</Trans>
            </p>
          ) : (
            <PlainText>{section.text}</PlainText>
          )}
          <SectionComments plan={plan} section={section.section} />
          {isCommenting ? (
            <CommentForm plan={plan} section={section.section} onClose={() => setCommenting(false)} />
          ) : may(plan, 'founding-plans.comment') ? (
            <div>
              <Button variant="quiet" width="flush" icon="edit" onPress={() => setCommenting(true)}>
                {t`Zet er een opmerking bij`}
                <span className="sr-only">: {label}</span>
              </Button>
            </div>
          ) : null}
        </Stack>
      </Panel>
    </section>
  );
}

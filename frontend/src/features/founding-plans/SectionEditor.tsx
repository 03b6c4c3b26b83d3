import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { FoundingPlan, PlanSection } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { ProblemNotice } from '@/app/ProblemState';
import { hasStatus } from '@/app/problem';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { TextAreaField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Stack } from '@/ui/Layout';
import { sectionHints, sectionLabels } from './labels';
import styles from './Plan.module.css';
import { SectionComments } from './SectionComments';
import { SectionConflict } from './SectionConflict';
import { useSectionDraft } from './useSectionDraft';

/** One section of a plan to write in. It is kept when the writer leaves it, and another can write in the next one meanwhile. */
export function SectionEditor({ plan, section }: { plan: FoundingPlan; section: PlanSection }) {
  const { i18n } = useLingui();
  const draft = useSectionDraft(plan.id, section);
  const field = useRef<HTMLTextAreaElement>(null);
  const { error } = draft.saving;
  return (
    <section id={sectionId(section)} aria-label={i18n._(sectionLabels[section.section])}>
      <Panel>
        <Stack>
          <SectionComments plan={plan} section={section.section} />
          <TextAreaField
            ref={field}
            name={section.section}
            label={i18n._(sectionLabels[section.section])}
            hint={i18n._(sectionHints[section.section])}
            rows={section.section === 'purpose' ? 3 : 5}
            required={section.isRequired}
            maxLength={section.maxLength}
            value={draft.typed}
            onChange={(event) => draft.type(event.currentTarget.value)}
            onBlur={draft.save}
          />
          {draft.stands === 'conflict' ? (
            <SectionConflict section={section} draft={draft} onChosen={() => field.current?.focus()} />
          ) : (
            <Foot section={section} draft={draft} />
          )}
          {error !== null && !hasStatus(error, 412) ? <ProblemNotice error={error} /> : null}
        </Stack>
      </Panel>
    </section>
  );
}

/** Where a section stands on the page. */
export function sectionId({ section }: Pick<PlanSection, 'section'>): string {
  return `deel-${section}`;
}

type FootProps = { section: PlanSection; draft: ReturnType<typeof useSectionDraft> };

/** Whether the text is kept, and the button for who does not want to wait. */
function Foot({ section, draft }: FootProps) {
  const { t } = useLingui();
  return (
    <div className={styles['foot']}>
      <p className={styles['kept']} role="status" data-stands={draft.stands}>
        <Kept section={section} draft={draft} />
      </p>
      <Button
        onPress={draft.save}
        isDisabled={draft.stands === 'saved'}
        busyText={draft.saving.isPending ? t`Bezig met bewaren…` : undefined}
      >
        {t`Bewaar`}
      </Button>
    </div>
  );
}

function Kept({ section, draft }: FootProps) {
  const { relative } = useFormat();
  if (draft.stands === 'changed') return <Trans>Nog niet bewaard</Trans>;
  if (section.changedBy == null) return <Trans>Nog leeg</Trans>;
  const when = relative(section.changedAt);
  return (
    <>
      <Icon name="check" size={18} />
      <Trans>
        Bewaard. Laatst gewijzigd door {section.changedBy}, {when}
      </Trans>
    </>
  );
}

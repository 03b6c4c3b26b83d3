import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FoundingPlan, PlanGap, SectionKind } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Icon } from '@/ui/Icon';
import { Section, Stack } from '@/ui/Layout';
import { ProgressBar } from '@/ui/Meter';
import { sectionLabels } from './labels';
import styles from './Plan.module.css';
import { sectionId } from './SectionEditor';
import { SubmitPlan } from './SubmitPlan';

const progressId = 'wat-moet-er-nog';

/** How far the plan is, what is still to do, and handing it in. */
export function PlanProgress({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const [isSubmitting, setSubmitting] = useState(false);
  const required = plan.sections.filter(({ isRequired }) => isRequired);
  const written = required.filter(({ text }) => text !== '').length;
  const confirmed = plan.members.filter(({ state }) => state === 'confirmed').length;
  const isReady = plan.gaps.length === 0;
  return (
    <Section title={t`Wat moet er nog?`}>
      <div id={progressId} className={styles['progress']} tabIndex={-1} role="group" aria-label={t`Wat moet er nog?`}>
        <Panel>
          <Stack>
            <ProgressBar
              label={t`Geschreven`}
              value={written}
              max={required.length}
              text={t`${written} van ${required.length} delen`}
            />
            <ProgressBar
              label={t`Doet mee`}
              value={Math.min(confirmed, plan.coreGroupMin)}
              max={plan.coreGroupMin}
              text={t`${confirmed} van minstens ${plan.coreGroupMin}`}
            />
            <ul className={styles['todo']}>
              {isReady ? (
                <li data-done="yes">
                  <Icon name="check" />
                  <span>
                    <Trans>Het plan is klaar om in te dienen.</Trans>
                  </span>
                </li>
              ) : (
                plan.gaps.map((gap) => (
                  <li key={`${gap.code} ${gap.section ?? ''}`}>
                    <Icon name={gap.code === 'section-empty' ? 'edit' : 'people'} />
                    <Gap gap={gap} />
                  </li>
                ))
              )}
            </ul>
            {may(plan, 'founding-plans.submit') ? (
              <Button variant="primary" width="fill" isDisabled={!isReady} onPress={() => setSubmitting(true)}>
                {t`Dien het plan in`}
              </Button>
            ) : null}
          </Stack>
        </Panel>
      </div>
      {isSubmitting ? <SubmitPlan plan={plan} onClose={() => setSubmitting(false)} /> : null}
    </Section>
  );
}

/** At the end of the sections, where the list of what is to do is out of sight on a phone. */
export function BackToProgress() {
  const { t } = useLingui();
  return (
    <div className={styles['back']}>
      <Button
        width="fill"
        onPress={() => {
          const progress = document.getElementById(progressId);
          progress?.scrollIntoView({ block: 'start' });
          progress?.focus({ preventScroll: true });
        }}
      >
        {t`Kijk wat er nog moet`}
      </Button>
    </div>
  );
}

function Gap({ gap }: { gap: PlanGap }) {
  const count = gap.count ?? 0;
  switch (gap.code) {
    case 'section-empty':
      return gap.section == null ? null : <EmptySection section={gap.section} />;
    case 'answers-missing':
      return (
        <span>
          <Plural value={count} one="# persoon heeft nog niet bevestigd." other="# mensen hebben nog niet bevestigd." />
        </span>
      );
    case 'members-missing':
      return (
        <span>
          <Plural
            value={count}
            one="Er is nog # persoon nodig die meedoet."
            other="Er zijn nog # mensen nodig die meedoen."
          />
        </span>
      );
  }
}

function EmptySection({ section }: { section: SectionKind }) {
  const { i18n } = useLingui();
  const name = i18n._(sectionLabels[section]);
  return (
    <button type="button" className={styles['jump']} onClick={() => goTo(section)}>
      <Trans>Schrijf het deel “{name}”</Trans>
    </button>
  );
}

function goTo(section: SectionKind) {
  const field = document.getElementById(sectionId({ section }))?.querySelector('textarea');
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

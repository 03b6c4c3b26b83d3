import { Trans, useLingui } from '@lingui/react/macro';
import type { Evaluation, EvaluationView } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { may } from '@/app/organization';
import { Status } from '@/ui/Badge';
import { Panel } from '@/ui/Card';
import { Section, Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { Notice } from '@/ui/States';
import { DecisionForm } from './DecisionForm';
import { outcomeLabels, outcomeTones } from './labels';
import { NumbersPanel } from './NumbersPanel';
import { ViewForm } from './ViewForm';

/** All of one evaluation: the numbers as they were, what core group and office make of it, and the decision of the board. */
export function EvaluationFile({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useLingui();
  return (
    <>
      {evaluation.decision == null ? <Waiting evaluation={evaluation} /> : <Decision evaluation={evaluation} />}
      <Section title={t`De cijfers`} intro={t`Zo stond het ervoor toen de evaluatie begon.`}>
        <NumbersPanel numbers={evaluation.numbers} />
      </Section>
      <Section title={t`Wat de kerngroep vindt`}>
        {may(evaluation, 'evaluations.view-as-core-group') ? (
          <ViewForm key={evaluation.coreGroupView?.writtenAt} evaluation={evaluation} of="core-group" />
        ) : (
          <View view={evaluation.coreGroupView} />
        )}
      </Section>
      <Section title={t`Wat het kantoor vindt`}>
        {may(evaluation, 'evaluations.view-as-office') ? (
          <ViewForm key={evaluation.officeView?.writtenAt} evaluation={evaluation} of="office" />
        ) : (
          <View view={evaluation.officeView} />
        )}
      </Section>
      {may(evaluation, 'evaluations.decide') ? (
        <Section title={t`Besluit van het bestuur`}>
          <DecisionForm evaluation={evaluation} />
        </Section>
      ) : null}
    </>
  );
}

function Waiting({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useLingui();
  const { shortDay } = useFormat();
  const isComplete = evaluation.coreGroupView != null && evaluation.officeView != null;
  return (
    <Notice title={isComplete ? t`Het bestuur kan nu besluiten` : t`Kerngroep en kantoor schrijven wat ze vinden`}>
      {isComplete ? null : (
        <p>
          <Trans>
            Daarna besluit het bestuur. Vanaf {shortDay(evaluation.viewsUntilAt)} hoeft het niet meer te wachten.
          </Trans>
        </p>
      )}
    </Notice>
  );
}

function Decision({ evaluation }: { evaluation: Evaluation }) {
  const { t, i18n } = useLingui();
  const { dayOn } = useFormat();
  const { decision } = evaluation;
  if (decision == null) return null;
  return (
    <Section title={t`Besluit van het bestuur`}>
      <Panel>
        <Stack>
          <p>
            <Status tone={outcomeTones[decision.outcome]}>{i18n._(outcomeLabels[decision.outcome])}</Status>
          </p>
          <PlainText>{decision.reason}</PlainText>
          <p>
            <Trans>Besloten op {dayOn(decision.decidedOn)}.</Trans>
          </p>
        </Stack>
      </Panel>
    </Section>
  );
}

function View({ view }: { view: EvaluationView | null | undefined }) {
  const { shortDay } = useFormat();
  return (
    <Panel>
      {view == null ? (
        <p>
          <Trans>Hier staat nog niets.</Trans>
        </p>
      ) : (
        <Stack>
          <PlainText>{view.text}</PlainText>
          <p>
            <Trans>Geschreven op {shortDay(view.writtenAt)}.</Trans>
          </p>
        </Stack>
      )}
    </Panel>
  );
}

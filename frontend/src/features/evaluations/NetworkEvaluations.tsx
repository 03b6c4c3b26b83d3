import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Evaluation } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useKeysetList } from '@/app/keysetList';
import { useNetwork } from '@/app/network';
import { may, useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { WorkspacePage } from '@/app/WorkspacePage';
import { Status } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CardList, Section } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { EvaluationFile } from './EvaluationFile';
import { outcomeLabels, outcomeTones } from './labels';
import { OpenEvaluation } from './OpenEvaluation';
import { networkEvaluationsOptions } from './queries';

/** The evaluation of a network that is open, and the earlier ones. */
export function NetworkEvaluations() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  const [isOpening, setOpening] = useState(false);
  const { items, more } = useKeysetList(networkEvaluationsOptions(slug, network.id));
  const current = items.find(({ state }) => state === 'open');
  const earlier = items.filter(({ state }) => state !== 'open');
  return (
    <WorkspacePage
      part="evaluatie"
      intro={
        <p>
          <Trans>
            Op de afgesproken dag kijken kerngroep en kantoor terug. Het bestuur besluit hoe het verdergaat.
          </Trans>
        </p>
      }
      actions={
        may(network, 'evaluations.open') ? (
          <Button variant="primary" onPress={() => setOpening(true)}>{t`Begin de evaluatie`}</Button>
        ) : null
      }
    >
      {current ? <EvaluationFile evaluation={current} /> : <NotOpen />}
      <Earlier evaluations={earlier} />
      <ShowMore {...more} />
      {isOpening ? <OpenEvaluation onClose={() => setOpening(false)} /> : null}
    </WorkspacePage>
  );
}

function NotOpen() {
  const { t } = useLingui();
  const { dayOn } = useFormat();
  const { evaluationOn } = useNetwork();
  return (
    <EmptyState level={2} icon="clock" title={t`Er is nu geen evaluatie`}>
      <p>
        {evaluationOn == null ? (
          <Trans>Er is geen dag afgesproken. Het kantoor kan een evaluatie beginnen.</Trans>
        ) : (
          <Trans>De volgende is afgesproken op {dayOn(evaluationOn)}. Het kantoor begint die.</Trans>
        )}
      </p>
    </EmptyState>
  );
}

function Earlier({ evaluations }: { evaluations: readonly Evaluation[] }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const { shortDay } = useFormat();
  if (evaluations.length === 0) return null;
  return (
    <Section title={t`Eerdere evaluaties`}>
      <CardList label={t`Eerdere evaluaties`}>
        {evaluations.map(({ id, openedAt, decision }) => (
          <li key={id}>
            <Card
              title={t`Evaluatie van ${shortDay(openedAt)}`}
              href={paths.evaluation(slug, id)}
              badges={
                decision == null ? null : (
                  <Status tone={outcomeTones[decision.outcome]}>{i18n._(outcomeLabels[decision.outcome])}</Status>
                )
              }
            />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

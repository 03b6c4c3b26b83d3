import { Trans, useLingui } from '@lingui/react/macro';
import type { Evaluation } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { Status } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { CardGrid, Section } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { openEvaluationsOptions } from './queries';

/** Evaluations that wait for a view or for the board; nothing when there are none. */
export function OpenEvaluations() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(openEvaluationsOptions(slug));
  if (items.length === 0) return null;
  return (
    <Section title={t`Evaluaties die lopen`}>
      <CardGrid label={t`Evaluaties die lopen`}>
        {items.map((evaluation) => (
          <li key={evaluation.id}>
            <OpenCard evaluation={evaluation} />
          </li>
        ))}
      </CardGrid>
      <ShowMore {...more} />
    </Section>
  );
}

function OpenCard({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { shortDay } = useFormat();
  const missing = [
    ...(evaluation.coreGroupView == null ? [t`de kerngroep`] : []),
    ...(evaluation.officeView == null ? [t`het kantoor`] : []),
  ];
  const { list } = useFormat();
  return (
    <Card
      title={evaluation.network.name}
      href={paths.evaluation(slug, evaluation.id)}
      badges={
        missing.length === 0 ? (
          <Status tone="accent">{t`Wacht op het bestuur`}</Status>
        ) : (
          <Status tone="info">{t`Wacht op ${list(missing)}`}</Status>
        )
      }
    >
      <p>
        <Trans>Begonnen op {shortDay(evaluation.openedAt)}.</Trans>
      </p>
    </Card>
  );
}

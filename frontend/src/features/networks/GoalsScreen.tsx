import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Agreement } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useNetwork } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { WorkspacePage } from '@/app/WorkspacePage';
import { Badge } from '@/ui/Badge';
import { Panel } from '@/ui/Card';
import { Facts, Section, Stack } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { EmptyState } from '@/ui/States';
import { GoalProgress } from './GoalProgress';
import { agreementsOptions } from './queries';

/** The goal of a network and what was agreed with it. */
export function GoalsScreen() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const network = useNetwork();
  const { data: agreements } = useSuspenseQuery(agreementsOptions(slug, network.id));
  return (
    <WorkspacePage
      part="doelen"
      intro={
        <p>
          <Trans>Wat het netwerk met de organisatie heeft afgesproken, en hoe het ervoor staat.</Trans>
        </p>
      }
    >
      <Section title={t`Groeidoel`}>
        {network.goal == null ? (
          <EmptyState title={t`Het groeidoel gaat nog lopen`}>
            <p>
              <Trans>Zodra het netwerk start, begint de tijd van het doel te lopen.</Trans>
            </p>
          </EmptyState>
        ) : (
          <GoalProgress network={network} />
        )}
      </Section>
      <Section title={t`Afspraken`}>
        {agreements.items.length === 0 ? (
          <EmptyState title={t`Er staan nog geen afspraken`}>
            <p>
              <Trans>Afspraken komen uit het besluit over het plan, of uit een evaluatie.</Trans>
            </p>
          </EmptyState>
        ) : (
          <Stack>
            {agreements.items.map((agreement, index) => (
              <AgreementPanel key={agreement.id} agreement={agreement} age={index === 0 ? 'current' : 'former'} />
            ))}
          </Stack>
        )}
      </Section>
    </WorkspacePage>
  );
}

function AgreementPanel({ agreement, age }: { agreement: Agreement; age: 'current' | 'former' }) {
  const { t } = useLingui();
  const { dayOn } = useFormat();
  const { goalMembers, goalMonths, durationMonths, evaluationMonths } = agreement;
  const text = (term: string, value: string) =>
    value === '' ? [] : [{ term, value: <PlainText>{value}</PlainText>, length: 'long' as const }];
  return (
    <Panel>
      <Stack>
        <h3>
          <Trans>Afgesproken op {dayOn(agreement.agreedOn)}</Trans>{' '}
          {age === 'current' ? <Badge tone="ok">{t`Geldt nu`}</Badge> : <Badge>{t`Gold eerder`}</Badge>}
        </h3>
        <Facts
          facts={[
            { term: t`Groeidoel`, value: t`${goalMembers} leden na ${goalMonths} maanden` },
            { term: t`Duur`, value: durationMonths == null ? t`Zonder einddatum` : t`${durationMonths} maanden` },
            {
              term: t`Evaluatie`,
              value: evaluationMonths == null ? t`Niet afgesproken` : t`Na ${evaluationMonths} maanden`,
            },
          ]}
        />
        <Facts
          facts={[
            ...text(t`Doel`, agreement.purpose),
            ...text(t`Organisatie`, agreement.organisation),
            ...text(t`Voorwaarden van het bestuur`, agreement.conditions),
          ]}
        />
      </Stack>
    </Panel>
  );
}

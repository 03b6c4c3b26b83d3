import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Waiting } from '@/api/gen/types.gen';
import { accountOptions } from '@/app/account';
import { useOrganization } from '@/app/organization';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { CardGrid, Section } from '@/ui/Layout';
import { EmptyState } from '@/ui/States';
import { waitingHref, waitingTexts } from './waiting';

/** What waits for me in this organisation, each with the way to it. */
export function WaitingList() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data } = useSuspenseQuery(accountOptions());
  const waiting = data.waiting.filter(({ organization }) => organization === slug);
  return (
    <Section title={t`Wacht op jou`}>
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={t`Er wacht niets op je`}>
          <p>
            <Trans>Moet je ergens op antwoorden? Dan staat dat hier.</Trans>
          </p>
        </EmptyState>
      ) : (
        <CardGrid label={t`Wacht op jou`}>
          {waiting.map((item) => (
            <li key={`${item.kind} ${item.id}`}>
              <WaitingCard item={item} />
            </li>
          ))}
        </CardGrid>
      )}
    </Section>
  );
}

function WaitingCard({ item }: { item: Waiting }) {
  const { t, i18n } = useLingui();
  return (
    <Card
      title={i18n._(waitingTexts[item.kind])}
      href={waitingHref(item)}
      badges={item.count > 1 ? <Badge tone="accent">{t`${item.count} wachten`}</Badge> : null}
    >
      <p>{item.title}</p>
    </Card>
  );
}

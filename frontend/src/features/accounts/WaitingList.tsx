import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Waiting } from '@/api/gen/types.gen';
import { accountOptions } from '@/app/account';
import { useOrganization } from '@/app/organization';
import { Card } from '@/ui/Card';
import { CardGrid, Section } from '@/ui/Layout';
import { SignTile } from '@/ui/SignTile';
import { Notice } from '@/ui/States';
import { waitingHref, waitingIcon, waitingTexts } from './waiting';

/** What waits for me in this organisation, each with the way to it. */
export function WaitingList() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data } = useSuspenseQuery(accountOptions());
  const waiting = data.waiting.filter(({ organization }) => organization === slug);
  return (
    <Section title={t`Wacht op jou`}>
      {waiting.length === 0 ? (
        <Notice tone="ok" title={t`Er wacht niets op je`}>
          <p>
            <Trans>Moet je ergens op antwoorden? Dan staat dat hier.</Trans>
          </p>
        </Notice>
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
  const { i18n } = useLingui();
  return (
    <Card
      lead={<SignTile tone="accent" icon={waitingIcon(item.kind)} />}
      title={i18n._(waitingTexts[item.kind])}
      href={waitingHref(item)}
    >
      <p>
        {item.kind === 'memberships.decide' || item.kind === 'affiliations.decide' ? (
          <Plural value={item.count} one="# persoon wacht op antwoord" other="# mensen wachten op antwoord" />
        ) : null}
      </p>
      {item.kind === 'affiliations.decide' ? null : <p>{item.title}</p>}
    </Card>
  );
}

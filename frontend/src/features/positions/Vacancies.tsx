import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useKeysetList } from '@/app/keysetList';
import { networkOptions } from '@/app/network';
import { useOrganization } from '@/app/organization';
import { positionKindLabels } from '@/app/positionLabels';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { CardList, Section } from '@/ui/Layout';
import { PlainText } from '@/ui/PlainText';
import { vacanciesOptions } from './queries';

/** Seats that a network looks for someone for; nothing when all are held. */
export function Vacancies({ network: networkSlug }: { network: string }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  const { data: network } = useSuspenseQuery(networkOptions(slug, networkSlug));
  const { items } = useKeysetList(vacanciesOptions(slug, network.id));
  if (items.length === 0 || network.state === 'ended') return null;
  return (
    <Section
      title={t`We zoeken jou`}
      intro={t`Deze functies zijn vrij. Interesse? Kom naar een bijeenkomst van het netwerk en vertel het daar, of vraag ernaar bij het kantoor van je organisatie.`}
    >
      <CardList label={t`Vrije functies`}>
        {items.map((position) => (
          <li key={position.id}>
            <Card
              title={position.title}
              badges={
                <>
                  {position.kind === 'other' ? null : <Badge>{i18n._(positionKindLabels[position.kind])}</Badge>}
                  {position.area == null ? null : <Badge tone="accent">{position.area.name}</Badge>}
                  {position.occupation === 'acting' ? <Badge>{t`Iemand neemt tijdelijk waar`}</Badge> : null}
                </>
              }
            >
              {position.vacancyText === '' ? (
                <p>
                  <Trans>De kerngroep vertelt je graag wat deze functie inhoudt.</Trans>
                </p>
              ) : (
                <PlainText>{position.vacancyText}</PlainText>
              )}
            </Card>
          </li>
        ))}
      </CardList>
    </Section>
  );
}

import { Plural, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { accountOptions } from '@/app/account';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { Badge } from '@/ui/Badge';
import { Card } from '@/ui/Card';
import { CardGrid, Section } from '@/ui/Layout';

/** The other organisations of this account. None of them sees the others. */
export function OtherOrganizations() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data } = useSuspenseQuery(accountOptions());
  const others = data.organizations.filter((participation) => participation.slug !== slug);
  if (others.length === 0) return null;
  const waitingAt = (organization: string) => data.waiting.filter((item) => item.organization === organization).length;
  return (
    <Section title={t`Je andere organisaties`} intro={t`Alleen jij ziet dat je bij meer organisaties hoort.`}>
      <CardGrid label={t`Je andere organisaties`}>
        {others.map((other) => (
          <li key={other.slug}>
            <Card
              title={other.name}
              href={paths.mine(other.slug)}
              badges={
                waitingAt(other.slug) > 0 ? (
                  <Badge tone="accent">
                    <Plural value={waitingAt(other.slug)} one="1 ding wacht op je" other="# dingen wachten op je" />
                  </Badge>
                ) : null
              }
            />
          </li>
        ))}
      </CardGrid>
    </Section>
  );
}

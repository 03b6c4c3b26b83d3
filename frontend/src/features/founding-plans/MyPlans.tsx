import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useKeysetList } from '@/app/keysetList';
import { may, useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { CardList, Section } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState, Skeleton } from '@/ui/States';
import { PlanCard } from './PlanCard';
import { plansNamedInOptions, plansOptions } from './queries';

/** The plans that the reader began or is named in. Its route loads `plansOptions`; only for who is signed in. */
export function MyPlans({ whenEmpty = 'explain' }: { whenEmpty?: 'explain' | 'nothing' }) {
  const { t } = useLingui();
  const organization = useOrganization();
  const { slug } = organization;
  const { items: found, more } = useKeysetList(plansOptions(slug));
  // Office and board find every plan in this list; theirs are the ones they are named in, on whichever page those stand.
  const isStaff = may(organization, 'networks.oversee');
  const named = useQuery({ ...plansNamedInOptions(slug), enabled: isStaff });
  const items = isStaff ? (named.data ?? []) : found;
  if (items.length === 0 && whenEmpty === 'nothing') return null;
  return (
    <Section title={t`Mijn plannen`}>
      {named.isLoading ? (
        <Skeleton count={1} />
      ) : items.length === 0 ? (
        <EmptyState
          title={t`Je hebt geen plannen voor een netwerk`}
          action={<LinkButton href={paths.startNetwork(slug)}>{t`Start een netwerk`}</LinkButton>}
        >
          <p>
            <Trans>Vraagt iemand je voor een kerngroep, dan staat dat plan hier ook.</Trans>
          </p>
        </EmptyState>
      ) : (
        <CardList label={t`Mijn plannen`}>
          {items.map((plan) => (
            <li key={plan.id}>
              <PlanCard plan={plan} />
            </li>
          ))}
        </CardList>
      )}
      {items.length > 0 && !isStaff ? <ShowMore {...more} /> : null}
    </Section>
  );
}

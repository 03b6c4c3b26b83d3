import { Trans, useLingui } from '@lingui/react/macro';
import { useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { CardList, Section } from '@/ui/Layout';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState } from '@/ui/States';
import { PlanCard } from './PlanCard';
import { ownPlansOptions } from './queries';

/** The plans that the reader began or is named in. Its route loads `ownPlansOptions`; only for who is signed in. */
export function MyPlans({ whenEmpty = 'explain' }: { whenEmpty?: 'explain' | 'nothing' }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(ownPlansOptions(slug));
  if (items.length === 0 && whenEmpty === 'nothing') return null;
  return (
    <Section title={t`Mijn plannen`}>
      {items.length === 0 ? (
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
      {items.length > 0 ? <ShowMore {...more} /> : null}
    </Section>
  );
}

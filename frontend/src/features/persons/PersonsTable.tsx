import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { AffiliationKind, PersonSummary } from '@/api/gen/types.gen';
import { affiliationKinds } from '@/app/affiliation';
import { useKeysetList } from '@/app/keysetList';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { ProblemState } from '@/app/ProblemState';
import { Badge } from '@/ui/Badge';
import { DataTable } from '@/ui/DataTable';
import { Link } from '@/ui/Link';
import { ShowMore } from '@/ui/ShowMore';
import { EmptyState, Skeleton } from '@/ui/States';
import { foundPersonsOptions, personsOptions } from './queries';

/** All people, page after page. */
export function PersonsTable({ affiliation }: { affiliation: AffiliationKind | undefined }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { items, more } = useKeysetList(personsOptions(slug, affiliation));
  return (
    <>
      <Table
        persons={items}
        empty={
          <EmptyState level={2} icon="people" title={t`Hier staat nog niemand`}>
            <p>
              <Trans>Nodig iemand uit, of kies een andere relatie.</Trans>
            </p>
          </EmptyState>
        }
      />
      <ShowMore {...more} />
    </>
  );
}

type FoundPersonsProps = { words: string; affiliation: AffiliationKind | undefined };

/** Who was found by name or address. */
export function FoundPersons({ words, affiliation }: FoundPersonsProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data, error, refetch } = useQuery({
    ...foundPersonsOptions(slug, words),
    placeholderData: (before) => before,
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton />;
  const persons = affiliation === undefined ? data : data.filter((person) => person.affiliation === affiliation);
  return (
    <>
      <p role="status">
        <Plural value={persons.length} _0="Niemand gevonden" one="1 persoon gevonden" other="# personen gevonden" />
      </p>
      <Table
        persons={persons}
        empty={
          <EmptyState level={2} icon="search" title={t`Niemand gevonden`}>
            <p>
              <Trans>Kijk of je de naam goed hebt getypt. Een deel van de naam is genoeg.</Trans>
            </p>
          </EmptyState>
        }
      />
    </>
  );
}

function Table({ persons, empty }: { persons: readonly PersonSummary[]; empty: React.ReactNode }) {
  const { t, i18n } = useLingui();
  const { slug } = useOrganization();
  return (
    <DataTable
      caption={t`Personen`}
      captionShown="no"
      rows={persons}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: 'name',
          header: t`Naam`,
          cell: (person) => personLink(slug, person),
        },
        {
          id: 'affiliation',
          header: t`Relatie`,
          cell: ({ affiliation }) => (affiliation == null ? t`Geen` : badge(i18n._(affiliationKinds[affiliation]))),
        },
        { id: 'email', header: t`E-mailadres`, cell: ({ email }) => email ?? t`Onbekend` },
        { id: 'account', header: t`Kan inloggen`, cell: ({ hasAccount }) => (hasAccount ? t`Ja` : t`Nee`) },
      ]}
    />
  );
}

function personLink(organization: string, { id, name }: PersonSummary) {
  return <Link href={paths.person(organization, id)}>{name}</Link>;
}

function badge(text: string) {
  return <Badge>{text}</Badge>;
}
